package vn.lienthong.hub.activity;

import java.time.OffsetDateTime;
import java.util.List;

/** What the hub does at a moment. */
public record Activity(OffsetDateTime at, List<Node> nodes, List<Queue> systems, List<Run> runs) {}
