package vn.lienthong.hub.connector;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address as it may be kept: names of query parameters without their values, and no segment that can be a citizen. */
final class QuietPath {
    private static final Pattern PERSONAL = Pattern.compile("\\d{9,}|%|@|[^\\x21-\\x7e]");
    private static final String HIDDEN = "…";
    private static final int LONGEST = 500;

    private QuietPath() {}

    static String of(String requestUri) {
        var mark = requestUri.indexOf('?');
        var path = path(mark < 0 ? requestUri : requestUri.substring(0, mark));
        var whole = mark < 0 ? path : path + '?' + names(requestUri.substring(mark + 1));
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }

    private static String path(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> PERSONAL.matcher(segment).find() ? HIDDEN : segment)
                .collect(Collectors.joining("/"));
    }

    private static String names(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=')))
                .map(name -> PERSONAL.matcher(name).find() ? HIDDEN : name + "=" + HIDDEN)
                .collect(Collectors.joining("&"));
    }
}
