package vn.lienthong.hub.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes messages about a dossier into messages about people who do not exist. The same person becomes the same other person
 * everywhere, a value keeps its form (as many words, as many digits), and every date of birth moves by the same days.
 */
public final class Pseudonyms implements Replacement {
    private static final List<String> WORDS = List.of(
            "Mẫu", "Thử", "Nghiệm", "Ví", "Dụ", "Giả", "Định", "Bản", "Phỏng", "Tạo", "Khuôn", "Chuẩn", "Kiểm", "Đối",
            "Chiếu");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final int ZEROS = 6;
    private static final int LEAST_SHIFT = 400;
    private static final int MOST_SHIFT = 1500;

    private final PersonalValues known;
    private final Set<String> ownWords = new TreeSet<>();
    private final Map<String, String> made = new HashMap<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final int shift;
    private final Rewriting rewriting;

    private Pseudonyms(PersonalValues known, int shift) {
        this.known = known;
        this.shift = shift;
        known.all().stream()
                .filter(value -> value.kind() == FieldKind.NAME || value.kind() == FieldKind.ADDRESS)
                .flatMap(value ->
                        LETTERS.matcher(Folding.of(value.text()).text()).results())
                .forEach(word -> ownWords.add(word.group()));
        this.rewriting = new Rewriting(known, this);
    }

    /** @param message the dossier's own message in canonical form */
    public static Pseudonyms of(JsonNode message) {
        return new Pseudonyms(PersonalValues.of(message), new SecureRandom().nextInt(LEAST_SHIFT, MOST_SHIFT));
    }

    public JsonNode tree(JsonNode tree) {
        return rewriting.tree(tree);
    }

    /** A body in whatever form, also one that is cut. */
    public String body(String body) {
        return rewriting.body(body);
    }

    public String text(String text) {
        return rewriting.text(text);
    }

    /** What of the original is still in a text, by kind; nothing, or the text must not be used. */
    public List<String> leftIn(String text) {
        var folded = Folding.of(text).text();
        return known.all().stream()
                .filter(value -> Spellings.of(value)
                        .filter(spelling -> spelling.matcher(folded).find())
                        .isPresent())
                .map(value -> value.kind().word())
                .distinct()
                .toList();
    }

    @Override
    public String of(FieldKind kind, String original) {
        var key = kind + " " + Folding.of(original).text().replaceAll("[^\\p{L}\\p{N}@]", "");
        // what has been made is not made into something else when it is met again
        if (made.containsValue(original)) {
            return original;
        }
        var known = made.get(key);
        if (known == null) {
            known = make(kind, original);
            made.put(key, known);
        }
        return known;
    }

    private String make(FieldKind kind, String original) {
        return switch (kind) {
            case NAME, ADDRESS -> words(original);
            case ID -> digits(original, "");
            case PHONE -> digits(original, "09");
            case EMAIL -> "mau%d@example.com".formatted(ordinal(original));
            case DATE -> date(original);
        };
    }

    private int ordinal(String original) {
        return people.computeIfAbsent(Folding.of(original).text(), value -> people.size() + 1);
    }

    /** As many words, none of them one of the dossier's own. */
    private String words(String original) {
        var free = WORDS.stream()
                .filter(word -> !ownWords.contains(Folding.of(word).text()))
                .toList();
        var taken = new ArrayList<String>();
        var counter = new int[] {made.size() * 7};
        LETTERS.matcher(original).results().forEach(word -> taken.add(free.get(counter[0]++ % free.size())));
        return taken.isEmpty() ? "Mẫu" : taken.stream().collect(Collectors.joining(" "));
    }

    /** As many digits; the last six are zeros, as in no real number. What else stands in it becomes an X before them. */
    private String digits(String original, String begin) {
        var count = (int) DIGIT.matcher(original).results().count();
        var head = Math.max(count - ZEROS, 0);
        var ordinal = begin + "0".repeat(Math.max(head - begin.length(), 0)) + ordinal(original);
        var digits = head <= begin.length()
                ? "0".repeat(count)
                : begin + ordinal.substring(ordinal.length() - head + begin.length()) + "0".repeat(ZEROS);
        return LETTERS.matcher(original).find() ? "X" + digits : digits;
    }

    /** In the notation that it was written in. */
    private String date(String original) {
        var date = Spellings.date(original);
        if (date.isEmpty()) {
            return undelimited(original);
        }
        var moved = date.get().minusDays(shift);
        if (original.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return DateTimeFormatter.ISO_LOCAL_DATE.format(moved) + original.substring(10);
        }
        var sign = original.replaceAll("\\d", "").substring(0, 1);
        return "%02d%s%02d%s%04d".formatted(moved.getDayOfMonth(), sign, moved.getMonthValue(), sign, moved.getYear());
    }

    private String undelimited(String original) {
        if (original.matches("\\d{4}")) {
            return Integer.toString(Integer.parseInt(original) - shift / 365 - 1);
        }
        if (original.matches("\\d{8}")) {
            var yearFirst = original.matches("(19|20)\\d\\d[01]\\d[0-3]\\d");
            var form = DateTimeFormatter.ofPattern(yearFirst ? "yyyyMMdd" : "ddMMyyyy");
            try {
                return LocalDate.parse(original, form).minusDays(shift).format(form);
            } catch (java.time.DateTimeException e) {
                return "01011990";
            }
        }
        return original.matches("\\d{1,2}") ? "1" : "01/01/1990";
    }
}
