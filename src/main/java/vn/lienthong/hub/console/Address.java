package vn.lienthong.hub.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page with its whole question, so that a link opens the same list for a colleague. */
public final class Address {
    private static final int LONGEST = 200;

    private final String path;
    private final Map<String, List<String>> question;

    private Address(String path, Map<String, List<String>> question) {
        this.path = path;
        this.question = question;
    }

    /** @param known the names that mean something there; others are left out, and so is what is empty */
    static Address of(String path, Map<String, String[]> asked, Set<String> known) {
        var question = new LinkedHashMap<String, List<String>>();
        asked.forEach((name, values) -> {
            var told = List.of(values).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .distinct()
                    .toList();
            if (known.contains(name) && !told.isEmpty()) {
                question.put(name, told);
            }
        });
        return new Address(path, question);
    }

    List<String> all(String name) {
        return question.getOrDefault(name, List.of());
    }

    public @Nullable String one(String name) {
        var all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    public Address with(String name, Object value) {
        var changed = new LinkedHashMap<>(question);
        changed.put(name, List.of(String.valueOf(value)));
        return new Address(path, changed);
    }

    public Address without(String name) {
        var changed = new LinkedHashMap<>(question);
        changed.remove(name);
        return new Address(path, changed);
    }

    public Address without(String name, String value) {
        var left = new ArrayList<>(all(name));
        left.remove(value);
        var changed = new LinkedHashMap<>(question);
        changed.put(name, left);
        return new Address(path, changed);
    }

    /** The same question, asked elsewhere. */
    public Address at(String other) {
        return new Address(other, question);
    }

    public Map<String, List<String>> question() {
        return question;
    }

    public String query() {
        return question.entrySet().stream()
                .flatMap(part ->
                        part.getValue().stream().map(value -> part.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        var query = query();
        return query.isEmpty() ? path : path + "?" + query;
    }
}
