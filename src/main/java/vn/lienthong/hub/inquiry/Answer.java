package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What asking a system came to. */
public sealed interface Answer {
    /** The system answered; the body is the canonical answer. */
    record Known(JsonNode body) implements Answer {}

    /** The system will not answer this question; the reason quotes nothing of it. */
    record Refused(String reason) implements Answer {}

    /** The system was not reached, or is not asked while it is down. */
    record Unavailable(Duration retryAfter) implements Answer {}

    /** The system answered in a way nobody can read, or too late. */
    record Unclear() implements Answer {}
}
