package vn.lienthong.hub.delivery;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a message what differs from one dossier to the next, and everything that can name a citizen. What is left
 * is the same for all failures of one cause. In doubt a word goes: two causes in one group do less harm than a name.
 */
final class Wording {
    private static final int LONGEST = 200;
    private static final String GONE = "…";

    private static final Pattern ADDRESS = Pattern.compile("\\b[a-z][a-z0-9+.-]*://\\S+|\\S+@\\S+");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|«[^»]*»|(?<!\\p{L})'[^']*'");
    /** Numbers, dates, times, ids, codes of dossiers: whatever has a digit in it. */
    private static final Pattern WITH_DIGIT = Pattern.compile("[\\p{L}\\d_:./+-]*\\d[\\p{L}\\d_:./+-]*");

    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*)+");
    private static final Pattern GAPS = Pattern.compile("(?:" + GONE + "[\\s,;.]*)+" + GONE);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Without marks, as names are written by systems that know ASCII only. */
    private static final Set<String> FAMILIES = Set.of(
            "an", "bach", "bui", "cao", "chau", "chu", "cu", "dam", "dang", "dao", "dau", "diep", "dinh", "do", "doan",
            "dong", "du", "duong", "giang", "ha", "ho", "hoang", "hua", "huynh", "kieu", "kim", "la", "lam", "le", "lo",
            "lu", "luc", "luong", "luu", "ly", "ma", "mac", "mai", "nghiem", "ngo", "nguyen", "nong", "phan", "pham",
            "phung", "quach", "quan", "ta", "tang", "thach", "thai", "than", "to", "ton", "tong", "tran", "trieu",
            "trinh", "truong", "tu", "van", "vi", "vo", "vu", "vuong");
    /** No name has them: a message in capitals. */
    private static final Set<String> OF_MESSAGES =
            Set.of("không", "lỗi", "sai", "thiếu", "dữ", "liệu", "hệ", "thống", "đã", "chưa", "quá", "sơ");

    private Wording() {}

    static String common(String message) {
        var text = Normalizer.normalize(message, Normalizer.Form.NFC);
        text = ADDRESS.matcher(text).replaceAll(GONE);
        text = QUOTED.matcher(text).replaceAll(GONE);
        text = WITH_DIGIT.matcher(text).replaceAll(GONE);
        text = CAPITALISED.matcher(text).replaceAll(Wording::withoutNames);
        text = GAPS.matcher(text.replaceAll("\\s+", " ")).replaceAll(GONE).strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String withoutNames(MatchResult run) {
        return canBeName(run.group()) ? GONE : java.util.regex.Matcher.quoteReplacement(run.group());
    }

    /** Words in capitals that begin with a family, or are not of English. */
    private static boolean canBeName(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        var each = Arrays.asList(lower.split("\\s+"));
        var inCapitals = words.equals(words.toUpperCase(Locale.ROOT));
        if (inCapitals && each.stream().anyMatch(OF_MESSAGES::contains)) {
            return false;
        }
        return each.stream().anyMatch(word -> FAMILIES.contains(folded(word)) || !word.equals(folded(word)));
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word.replace('đ', 'd'), Normalizer.Form.NFD))
                .replaceAll("");
    }
}
