package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What is known of one aspect at one place, and from how many answers. */
record Known(int samples, JsonNode tree) {
    static final Known NOTHING = new Known(0, MissingNode.getInstance());

    /**
     * Where it is looked up.
     *
     * @param operation empty where it does not matter
     */
    record Place(String system, String operation, Aspect aspect, String at) {}
}
