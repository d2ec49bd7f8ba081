package vn.lienthong.hub.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** A kept body as people read it. */
final class BodyText {
    private static final char REPLACEMENT = '\uFFFD';

    private BodyText() {}

    /** Broken characters show as such; what is no text at all, and what was not kept, is absent. */
    static @Nullable String of(byte[] bytes, long size) {
        if (bytes.length == 0) {
            return size == 0 ? "" : null;
        }
        var text = new String(bytes, UTF_8);
        var broken = text.chars()
                .filter(letter -> letter == REPLACEMENT || letter == 0)
                .count();
        return broken > bytes.length / 8 + 1 ? null : text.replace('\0', REPLACEMENT);
    }
}
