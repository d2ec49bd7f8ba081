package vn.lienthong.hub.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import vn.lienthong.hub.drift.Move.What;
import vn.lienthong.hub.json.Json;

/** The codes that a system was heard to have, beside those that card and catalogue explain: {@code ["07", "E12"]}. */
final class Codes {
    /** Whoever has so many numbers its messages, and has no codes. */
    private static final int MOST = 200;

    private Codes() {}

    static Judgement judge(JsonNode known, int samples, String code, DriftSettings settings) {
        var codes = known instanceof ArrayNode array ? array.deepCopy() : Json.MAPPER.createArrayNode();
        if (codes.size() >= MOST
                || codes.valueStream().anyMatch(one -> one.asText().equals(code))) {
            return new Judgement(codes, List.of());
        }
        codes.add(code);
        var moves = samples < settings.learn() ? List.<Move>of() : List.of(new Move(What.CODE, "", null, code));
        return new Judgement(codes, moves);
    }
}
