package vn.lienthong.hub.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rewrites free text: every spelling of what is known, then what looks as if it belonged to somebody. */
final class Texts {
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/_-]{60,}={0,2}");
    private static final String SURNAMES =
            "nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|trinh|doan|luong|mai|truong|cao|lam|ta|ha|dao|to|luu|chu|quach|vuong";
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    /** Not the beginning of a moment written without signs. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d-])(?!20\\d\\d[01]\\d[0-3]\\d[0-2]\\d)(\\d{9,}|\\d{3}[ .]\\d{3}[ .]\\d{3}([ .]\\d{3})?)(?!\\d)");

    private static final Pattern TELEPHONE =
            Pattern.compile("(?<!\\d)(?:\\+84|0)\\d{2,3}[ .-]?\\d{3}[ .-]?\\d{3,4}(?!\\d)");
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\d])\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,4}(?![\\p{L}\\d])");
    private static final Pattern BEGINS_AS_NAME = Pattern.compile("(" + SURNAMES + ") .*");

    private final Replacement replacement;
    private final List<Known> known = new ArrayList<>();

    private record Known(FieldKind kind, Pattern spellings) {}

    Texts(PersonalValues values, Replacement replacement) {
        this.replacement = replacement;
        for (var value : values.all()) {
            Spellings.of(value).ifPresent(spellings -> known.add(new Known(value.kind(), spellings)));
        }
    }

    String rewrite(String text) {
        if (ENCODED.matcher(text).matches()) {
            return "…"; // a file, a picture, a signature: nobody reads it here
        }
        var rewritten = text;
        for (var one : known) {
            rewritten = replaced(rewritten, one.kind, one.spellings);
        }
        rewritten = replaced(rewritten, FieldKind.EMAIL, MAIL);
        rewritten = replaced(rewritten, FieldKind.PHONE, TELEPHONE);
        rewritten = replaced(rewritten, FieldKind.ID, NUMBER);
        return names(rewritten);
    }

    private String replaced(String text, FieldKind kind, Pattern pattern) {
        var folding = Folding.of(text);
        var matcher = pattern.matcher(folding.text());
        if (!matcher.find()) {
            return text;
        }
        var result = new StringBuilder();
        int at = 0;
        do {
            result.append(folding.original(), at, matcher.start())
                    .append(replacement.of(kind, folding.original().substring(matcher.start(), matcher.end())));
            at = matcher.end();
        } while (matcher.find());
        return result.append(folding.original().substring(at)).toString();
    }

    /** Somebody who is not known, told by the family name. */
    private String names(String text) {
        return NAME.matcher(text).replaceAll(found -> {
            var words = found.group();
            return java.util.regex.Matcher.quoteReplacement(
                    BEGINS_AS_NAME.matcher(Folding.of(words).text()).matches()
                            ? replacement.of(FieldKind.NAME, words)
                            : words);
        });
    }
}
