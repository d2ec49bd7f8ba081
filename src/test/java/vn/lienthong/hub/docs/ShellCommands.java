package vn.lienthong.hub.docs;

import java.util.ArrayList;
import java.util.List;

/** Takes a text of shell commands apart: a command goes on while a quote is open or a line ends with a backslash. */
final class ShellCommands {
    private ShellCommands() {}

    static List<String> of(String text) {
        var commands = new ArrayList<String>();
        var open = "";
        for (var line : text.lines().toList()) {
            open = open.isEmpty() ? line : open + "\n" + line;
            if (isWhole(open)) {
                if (!bare(open).isBlank()) {
                    commands.add(bare(open));
                }
                open = "";
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("a command without an end: " + open);
        }
        return commands;
    }

    private static boolean isWhole(String text) {
        return quoteAt(text, text.length()) == 0 && !bare(text).endsWith("\\");
    }

    /** Without a comment behind it. */
    private static String bare(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '#'
                    && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))
                    && quoteAt(text, at) == 0) {
                return text.substring(0, at).strip();
            }
        }
        return text.strip();
    }

    /** The quotation mark that is open there, or 0. */
    private static char quoteAt(String text, int end) {
        char quote = 0;
        for (var at = 0; at < end; at++) {
            var c = text.charAt(at);
            if (c == '\\' && quote != '\'') {
                at++;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quote;
    }
}
