package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;

/**
 * What the hub answered.
 *
 * @param body missing when there is none, or none that is JSON
 * @param replayed whether the same had been sent before
 */
record HubAnswer(int status, JsonNode body, @Nullable String etag, boolean replayed) {
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_ERROR = 400;

    static HubAnswer of(HttpResponse<byte[]> response) {
        var headers = response.headers();
        return new HubAnswer(
                response.statusCode(),
                json(response.body()),
                headers.firstValue("ETag").orElse(null),
                headers.firstValue("Idempotency-Replayed").orElse("").equals("true"));
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : Json.parse(body);
        } catch (Json.UnreadableJson noJson) {
            return MissingNode.getInstance();
        }
    }

    boolean notModified() {
        return status == NOT_MODIFIED;
    }

    boolean isError() {
        return status >= FIRST_ERROR || (body.isMissingNode() && !notModified());
    }
}
