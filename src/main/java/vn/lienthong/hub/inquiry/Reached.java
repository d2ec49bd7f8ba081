package vn.lienthong.hub.inquiry;

import org.jspecify.annotations.Nullable;

/**
 * What a test of a connection came to.
 *
 * @param reached the system itself answered, be it with a refusal
 * @param outcome as of any call
 * @param millis how long it took
 * @param cause why it was not reached, or what it refused, for the people of an office
 */
public record Reached(
        boolean reached,
        String outcome,
        long millis,
        @Nullable String cause) {}
