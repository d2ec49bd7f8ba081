package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import vn.lienthong.hub.security.Caller;

/** Puts questions to systems. */
public interface Inquiries {
    /** To the system whose card answers the question. */
    Answer ask(String question, JsonNode body, Caller caller);

    /** To this system, whose card answers the question. */
    Answer ask(String system, String question, JsonNode body, Caller caller);
}
