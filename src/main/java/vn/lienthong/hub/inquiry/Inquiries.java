package vn.lienthong.hub.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import vn.lienthong.hub.security.Caller;

/** Asks the system whose card answers the question. */
public interface Inquiries {
    Answer ask(String question, JsonNode body, Caller caller);
}
