package vn.lienthong.hub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.DeskConfiguration;

/**
 * The files that pages need in the browser, a few and small. Their addresses tell their content, so a browser keeps them
 * for good and never shows a page with the files of another version.
 */
@Component
final class Assets {
    static final String PATH = DeskConfiguration.DESK + "/assets";

    private static final int BYTES_OF_TAG = 6;
    private static final String WEBJARS = "classpath*:/META-INF/resources/webjars/";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8");

    private final Map<String, Asset> byName = Stream.of(
                    read("desk.css", "classpath*:/console/assets/desk.css"),
                    read("desk.js", "classpath*:/console/assets/desk.js"),
                    read("htmx.js", WEBJARS + "htmx.org/*/dist/htmx.min.js"),
                    read("sse.js", WEBJARS + "htmx-ext-sse/*/sse.js"))
            .collect(Collectors.toMap(Asset::name, asset -> asset));

    record Asset(String name, String type, String tag, byte[] content) {}

    private static Asset read(String name, String location) {
        try {
            var found = Stream.of(new PathMatchingResourcePatternResolver().getResources(location))
                    .min(Comparator.comparing(String::valueOf))
                    .orElseThrow(() -> new IllegalStateException("no " + location));
            var content = found.getContentAsByteArray();
            var tag = HexFormat.of().formatHex(Json.sha256(content), 0, BYTES_OF_TAG);
            var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new Asset(name, Objects.requireNonNull(type), tag, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a page finds it. */
    public String at(String name) {
        var asset = Objects.requireNonNull(byName.get(name), name);
        return PATH + "/" + asset.tag + "/" + name;
    }

    java.util.Optional<Asset> find(String tag, String name) {
        return java.util.Optional.ofNullable(byName.get(name)).filter(asset -> asset.tag.equals(tag));
    }
}
