package vn.lienthong.hub.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;

/** Shows messages about a dossier without showing whom they are about: {@code ‹name›} stands where a name stood. */
public final class Masking {
    private static final Replacement MASK = (kind, original) -> "‹" + kind.word() + "›";

    private final Rewriting rewriting;

    private Masking(PersonalValues known) {
        this.rewriting = new Rewriting(known, MASK);
    }

    /** @param message the dossier's own message in canonical form: what it says of people is found elsewhere too */
    public static Masking of(JsonNode message) {
        return new Masking(PersonalValues.of(message));
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

    /** One value of a tree, whose fields are named from the root on. */
    public UnaryOperator<String> valueAt(java.util.List<String> within, String field) {
        return value -> rewriting.value(within, field, value);
    }
}
