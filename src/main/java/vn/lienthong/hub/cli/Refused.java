package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import vn.lienthong.hub.json.Json;

/** The hub said no, with a problem (RFC 9457) that says why, in English and in Vietnamese. */
final class Refused extends RuntimeException {
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final transient JsonNode problem;

    private Refused(String words, JsonNode problem) {
        super(words);
        this.problem = problem;
    }

    static Refused of(HubAnswer answer) {
        var problem = answer.body().isObject()
                ? answer.body()
                : Json.MAPPER
                        .createObjectNode()
                        .put("status", answer.status())
                        .put("title", "something that is no hub answered with HTTP " + answer.status());
        return new Refused(words(problem), problem);
    }

    /** The sign-in server gives no token. */
    static Refused signIn(String why) {
        return new Refused(
                why,
                Json.MAPPER
                        .createObjectNode()
                        .put("code", "caller.unauthenticated")
                        .put("title", why));
    }

    JsonNode problem() {
        return problem;
    }

    String code() {
        return problem.path("code").asText();
    }

    /** The same request may do better a little later. */
    boolean mayPass() {
        int status = problem.path("status").asInt();
        return status == TOO_MANY
                || status == UNAVAILABLE
                || (status == CONFLICT && code().equals("request.in-progress"));
    }

    /** Of the body or the query; a mistake in a file says itself where. */
    private static String place(JsonNode error) {
        var place = error.path("pointer").asText(error.path("parameter").asText());
        return place.isEmpty() && !error.has("pointer") ? "" : place + ": ";
    }

    private static String words(JsonNode problem) {
        var lines = new ArrayList<String>();
        lines.add("Refused: %s (%s %s)"
                .formatted(
                        problem.path("title").asText(),
                        problem.path("status").asText(),
                        problem.path("code").asText()));
        for (var field : new String[] {"message", "detail", "pointer"}) {
            var text = problem.path(field).asText("");
            if (!text.isEmpty() && !text.equalsIgnoreCase(problem.path("title").asText())) {
                lines.add("  " + text);
            }
        }
        problem.path("errors")
                .forEach(error ->
                        lines.add("  " + place(error) + error.path("detail").asText()));
        if (problem.hasNonNull("faultId")) {
            lines.add("  fault id " + problem.get("faultId").asText());
        }
        return String.join(System.lineSeparator(), lines);
    }
}
