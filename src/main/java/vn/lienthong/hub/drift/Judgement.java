package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an answer adds to what is known.
 *
 * @param known from now on
 * @param moves what is not as it was
 */
record Judgement(JsonNode known, List<Move> moves) {}
