package vn.lienthong.hub.edition;

import java.nio.charset.StandardCharsets;

/** Credentials of cards: names of the environment. Where one is not, it is nobody's to read. */
final class Credentials {
    private static final String POINTER = "/credentials/";
    private static final String NAME_BEGINS = "${";
    static final String HIDDEN = "***";

    private Credentials() {}

    static boolean isSecret(String pointer, String value) {
        return pointer.startsWith(POINTER) && !value.startsWith(NAME_BEGINS);
    }

    /** The text of a file without the secrets that a card writes out; of a card that cannot be read nothing is shown. */
    static String hidden(String path, String text) {
        if (!CardTree.isCard(path)) {
            return text;
        }
        var card = CardTree.read(text.getBytes(StandardCharsets.UTF_8));
        if (card.isMissingNode()) {
            return HIDDEN;
        }
        var safe = text;
        for (var leaf : CardTree.leaves(card).entrySet()) {
            if (isSecret(leaf.getKey(), leaf.getValue()) && !leaf.getValue().isEmpty()) {
                safe = safe.replace(leaf.getValue(), HIDDEN);
            }
        }
        return safe;
    }
}
