package vn.lienthong.hub.live;

import java.time.Instant;

/**
 * An edition and how the installation calls it.
 *
 * @param number 0 of a hub that keeps no editions and runs by its folder
 * @param since when it was made the live one, on whichever node
 */
public record Running(long number, Instant since, Edition edition) {}
