package vn.lienthong.hub.security;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps citizens out of error texts that another system worded. */
public final class Discretion {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d .-]{4,}\\d");
    private static final Pattern ID = Pattern.compile("\\d{9,}");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^A-Z]");

    /** Letters; what is shorter may stand in any text. */
    private static final int SHORTEST_NAME = 3;

    private Discretion() {}

    /** The text with long numbers blotted out; nothing where it is empty or names the citizen, however written. */
    public static Optional<String> without(String citizen, String text) {
        if (text.isBlank() || folded(text).contains(folded(citizen))) {
            return Optional.empty();
        }
        return Optional.of(NUMBER.matcher(text).replaceAll("…"));
    }

    /** The same for a question of any form: nothing where the text repeats one of its words. */
    public static Optional<String> without(List<String> told, String text) {
        var said = folded(text);
        var repeats = told.stream()
                .map(Discretion::folded)
                .anyMatch(word -> word.length() >= SHORTEST_NAME && said.contains(word));
        return text.isBlank() || repeats
                ? Optional.empty()
                : Optional.of(NUMBER.matcher(text).replaceAll("…"));
    }

    /** A system's words about a dossier, without what can be the number of a citizen; dossier codes stay readable. */
    public static @Nullable String withoutIds(@Nullable String text) {
        return text == null ? null : ID.matcher(text).replaceAll("…");
    }

    private static String folded(String text) {
        var upper = text.toUpperCase(Locale.ROOT).replace('Đ', 'D');
        return NOT_A_LETTER
                .matcher(Normalizer.normalize(upper, Normalizer.Form.NFD))
                .replaceAll("");
    }
}
