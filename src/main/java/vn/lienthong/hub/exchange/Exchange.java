package vn.lienthong.hub.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a delivery: what the hub had to say, what became of it on the way, what went out and what came back.
 *
 * @param kind SEND or PROBE
 * @param outcome acknowledged, refused, unreachable …
 * @param words of the system, if it gave any
 * @param kept whether anything below was kept
 * @param mapped what each mapping made, in their order; of a reply the last
 * @param calls the requests that were made, in their order
 */
public record Exchange(
        int n,
        String kind,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt,
        String outcome,
        @Nullable String code,
        @Nullable String words,
        boolean kept,
        List<Mapped> mapped,
        List<Call> calls) {

    /**
     * What a mapping made.
     *
     * @param as json, xml, form, or tree for a reply
     * @param result absent where it was too large to keep
     */
    public record Mapped(
            String mapping, String as, @Nullable JsonNode result) {}

    /**
     * One request.
     *
     * @param signIn asked for a session; then it has no bodies
     * @param path with the names of query parameters and without their values
     * @param sent the text of the body as far as it was kept; absent where it is no text
     * @param sentSize bytes that went out
     * @param failure why there is no answer, or none that is whole
     */
    public record Call(
            boolean signIn,
            String method,
            String path,
            @Nullable String sentType,
            @Nullable String sent,
            long sentSize,
            @Nullable Integer status,
            @Nullable String answerType,
            @Nullable String answer,
            long answerSize,
            @Nullable String answeredAt,
            @Nullable String failure) {}
}
