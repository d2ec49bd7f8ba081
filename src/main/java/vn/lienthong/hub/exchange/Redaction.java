package vn.lienthong.hub.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import vn.lienthong.hub.json.Json;

/**
 * Blots out what opens doors, before anything is kept: the credentials, sessions and tokens of the call in every form in
 * which they may travel, and whatever stands under the name of such a thing. Files that travel inside a text are nobody's
 * to keep here, either.
 */
final class Redaction {
    private static final String BLOT = "***";
    private static final int SHORTEST = 4;
    private static final String NAMES =
            "(?:pass(?:word|wd|phrase)?|acpass|mat_?khau|secret\\w*|client_?secret|\\w*token|api_?key|auth_?key|access_?key|authorization|credentials?|session(?:_?id)?|nonce|private_?key)";
    private static final Pattern JSON = Pattern.compile(
            "(\\\\?\"[\\w.-]*?" + NAMES + "\\\\?\"\\s*:\\s*\\\\?\")([^\"\\\\]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML =
            Pattern.compile("(<(?:[\\w.-]+:)?[\\w.-]*?" + NAMES + "(?:\\s[^<>]*)?>)([^<]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM =
            Pattern.compile("((?:^|&)[\\w.%-]*?" + NAMES + "=)([^&\\s]*)", Pattern.CASE_INSENSITIVE);

    /** A file inside a text. */
    private static final Pattern FILE = Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{4096,}+={0,2}");

    private final List<String> secrets;

    /** @param secrets as they are; short ones cannot be told from other words and are only found by name */
    Redaction(Collection<String> secrets) {
        var forms = new LinkedHashSet<String>();
        for (var secret : secrets) {
            if (secret.length() >= SHORTEST) {
                forms.addAll(forms(secret));
            }
        }
        pairs(secrets, forms);
        this.secrets = forms.stream()
                .map(form -> new String(form.getBytes(UTF_8), ISO_8859_1))
                .sorted(Comparator.comparingInt((String form) -> -form.length()))
                .toList();
    }

    private static List<String> forms(String secret) {
        var json = Json.text(secret);
        return List.of(
                secret,
                json.substring(1, json.length() - 1),
                HtmlUtils.htmlEscape(secret, "UTF-8"),
                URLEncoder.encode(secret, UTF_8),
                encoded(secret));
    }

    /** As HTTP's basic scheme has an account and its password. */
    private static void pairs(Collection<String> secrets, Collection<String> forms) {
        for (var account : secrets) {
            for (var password : secrets) {
                if (!account.equals(password)) {
                    forms.add(encoded(account + ':' + password));
                }
            }
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    byte[] of(byte[] body) {
        var text = new String(body, ISO_8859_1); // every byte stays what it is
        var clean = named(known(withoutBegunSecret(FILE.matcher(text).replaceAll(BLOT))));
        return clean.equals(text) ? body : clean.getBytes(ISO_8859_1);
    }

    String of(String text) {
        return new String(of(text.getBytes(UTF_8)), UTF_8);
    }

    private String known(String text) {
        var clean = text;
        for (var secret : secrets) {
            clean = clean.replace(secret, BLOT);
        }
        return clean;
    }

    private static String named(String text) {
        var clean = text;
        for (var pattern : new Pattern[] {JSON, XML, FORM}) {
            clean = pattern.matcher(clean).replaceAll("$1" + BLOT);
        }
        return clean;
    }

    /** Where a body was cut, the beginning of a secret may be its end. */
    private String withoutBegunSecret(String text) {
        var shortened = text;
        for (var secret : secrets) {
            for (int length = secret.length() - 1; length >= SHORTEST; length--) {
                if (shortened.endsWith(secret.substring(0, length))) {
                    shortened = shortened.substring(0, shortened.length() - length) + BLOT;
                    break;
                }
            }
        }
        return shortened;
    }
}
