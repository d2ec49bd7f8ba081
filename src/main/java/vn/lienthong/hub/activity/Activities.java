package vn.lienthong.hub.activity;

import vn.lienthong.hub.security.Caller;

/** Looks at what the hub does. */
public interface Activities {
    /** As it is now: read from what is open, however much is done. Of repairs those that the caller's units cover. */
    Activity now(Caller caller);
}
