package vn.lienthong.hub.live;

/** An edition has taken the place of another; told on the thread that did it, after it is done. */
public record Changed(Edition before, Edition after) {}
