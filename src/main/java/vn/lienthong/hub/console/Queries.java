package vn.lienthong.hub.console;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Reads a question as it stands in an address. */
final class Queries {
    private Queries() {}

    static Map<String, String[]> parse(String query) {
        return UriComponentsBuilder.newInstance().query(query).build().getQueryParams().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> part.getValue().stream()
                                .map(value -> value == null
                                        ? ""
                                        : UriUtils.decode(
                                                value.replace("+", "%20"), java.nio.charset.StandardCharsets.UTF_8))
                                .toArray(String[]::new)));
    }
}
