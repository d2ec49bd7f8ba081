package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.lienthong.hub.json.Json;

/**
 * A part of a list and where the next one begins.
 *
 * @param next absent on the last page
 */
record Page<T>(List<T> items, @Nullable Object next) {
    static final int USUAL_LIMIT = 50;

    static int limit(JsonNode query) {
        return query.path("limit").asInt(USUAL_LIMIT);
    }

    /** @param found up to one more than the limit; that one only tells that there is a next page */
    static <F, T> Page<T> of(List<F> found, int limit, Function<F, T> view, Function<F, Object> cursor) {
        var items = found.stream().limit(limit).map(view).toList();
        return new Page<>(items, found.size() > limit ? cursor.apply(found.get(limit - 1)) : null);
    }

    ResponseEntity<byte[]> answer(String path, JsonNode query) {
        return answer(this, next, path, query);
    }

    /** The answer for any page, with the link to the next one. */
    static ResponseEntity<byte[]> answer(Object page, @Nullable Object next, String path, JsonNode query) {
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + path + "?" + nextQuery(query, next) + ">; rel=\"next\"");
        }
        return answer.body(Json.bytes(page));
    }

    private static String nextQuery(JsonNode query, Object next) {
        var kept = query.properties().stream()
                .filter(parameter -> !parameter.getKey().equals("after"))
                .map(parameter ->
                        parameter.getKey() + "=" + encoded(parameter.getValue().asText()));
        return Stream.concat(kept, Stream.of("after=" + encoded(next.toString())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
