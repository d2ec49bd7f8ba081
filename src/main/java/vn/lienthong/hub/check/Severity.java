package vn.lienthong.hub.check;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The hub would not start, or a call would go wrong. */
    ERROR,
    /** It works, but is probably not meant. */
    WARNING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
