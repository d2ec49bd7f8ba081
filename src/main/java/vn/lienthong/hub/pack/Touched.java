package vn.lienthong.hub.pack;

import vn.lienthong.hub.catalog.Place;

/**
 * One thing that a pack says, and whether an example or a case touches it.
 *
 * @param what as it stands in its file, shortened
 */
public record Touched(String system, Kind kind, Place place, String what, boolean touched) {

    /** What is looked at. */
    public enum Kind {
        /** A step of a route: a case walks it, or it calls a mapping that has an example. */
        STEP,
        /** A rule of {@code outcomes}: the answer of a case or an example is read by it. */
        RULE,
        /** A rule of {@code receives}: a case or an example has a message that it wants. */
        RECEIVES,
        /** A question of {@code answers}: a case asks it. */
        QUESTION
    }
}
