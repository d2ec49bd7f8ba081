package vn.lienthong.hub.check;

/** Looks at one thing. */
@FunctionalInterface
interface Inspection {
    void inspect(Findings findings);
}
