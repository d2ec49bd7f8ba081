package vn.lienthong.hub.cli;

import java.time.Duration;
import java.util.List;

/**
 * How the sending went.
 *
 * @param sent messages that the hub took
 * @param replayed those of them that it had already
 * @param refusals the first of what it refused
 */
record Played(long sent, long replayed, List<String> refusals, Duration took) {}
