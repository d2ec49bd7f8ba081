package vn.lienthong.hub.activity;

import java.util.List;

/** The nodes that share the work. */
public interface Nodes {
    /** Those that run, and those that went silent a while ago without taking leave; in the order of their start. */
    List<Node> all();
}
