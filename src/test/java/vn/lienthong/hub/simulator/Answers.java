package vn.lienthong.hub.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.mapping.Xml;

/** What a script answered, as WireMock wants it. */
final class Answers {
    private static final byte[] NOTHING = {};

    private Answers() {}

    static ResponseDefinition of(JsonNode answer) {
        var response = aResponse().withStatus(answer.path("status").asInt(200));
        if (answer.hasNonNull("delayMillis")) {
            response.withFixedDelay(answer.get("delayMillis").asInt());
        }
        if (answer.hasNonNull("drop")) {
            return response.withFault(fault(answer.get("drop").asText())).build();
        }
        var bytes = bytes(answer);
        headers(answer, bytes, response);
        if (answer.hasNonNull("cut") && answer.get("cut").asInt() < bytes.length) {
            return cut(response, bytes, answer.get("cut").asInt()).build();
        }
        return response.withBody(bytes).build();
    }

    /** The full length is promised; the connection breaks when less has come. */
    private static ResponseDefinitionBuilder cut(ResponseDefinitionBuilder response, byte[] bytes, int length) {
        return response.withHeader("Content-Length", String.valueOf(bytes.length))
                .withBody(Arrays.copyOf(bytes, length));
    }

    private static Fault fault(String drop) {
        return switch (drop) {
            case "empty" -> Fault.EMPTY_RESPONSE;
            case "reset" -> Fault.CONNECTION_RESET_BY_PEER;
            case "garbage" -> Fault.RANDOM_DATA_THEN_CLOSE;
            default -> throw new IllegalArgumentException("drop is empty, reset or garbage, not " + drop);
        };
    }

    private static byte[] bytes(JsonNode answer) {
        var body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) {
            return NOTHING;
        }
        if (body.isTextual()) {
            return body.asText().getBytes(StandardCharsets.UTF_8);
        }
        return isXml(answer) ? Xml.write(body) : Json.bytes(body);
    }

    private static boolean isXml(JsonNode answer) {
        return answer.path("xml").asBoolean();
    }

    private static void headers(JsonNode answer, byte[] bytes, ResponseDefinitionBuilder response) {
        var headers = answer.path("headers");
        boolean typed =
                headers.properties().stream().anyMatch(header -> header.getKey().equalsIgnoreCase("Content-Type"));
        if (!typed && bytes.length > 0) {
            response.withHeader("Content-Type", type(answer));
        }
        headers.properties()
                .forEach(header ->
                        response.withHeader(header.getKey(), header.getValue().asText()));
    }

    private static String type(JsonNode answer) {
        if (isXml(answer)) {
            return "text/xml;charset=UTF-8";
        }
        return answer.get("body").isTextual() ? "text/plain;charset=UTF-8" : "application/json";
    }
}
