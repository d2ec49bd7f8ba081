package vn.lienthong.hub.inquiry;

import vn.lienthong.hub.security.Caller;

/** Tests whether systems can be reached. */
public interface Connections {
    /** Now, whatever the breaker of the system says, by a call that changes nothing there. */
    Reached test(String system, Caller caller);
}
