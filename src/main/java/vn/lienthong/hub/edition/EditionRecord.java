package vn.lienthong.hub.edition;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One edition that was put live.
 *
 * @param hash of its files; a former one that came back has that of the former one
 * @param client who put it live; {@code hub} what a node took from its folder at start
 * @param restores the former edition that it brought back
 * @param concerns the systems, and what is shared, whose files differ from the edition before
 */
public record EditionRecord(
        long number,
        String hash,
        OffsetDateTime liveAt,
        String client,
        String why,
        @Nullable Long restores,
        int added,
        int changed,
        int removed,
        List<String> concerns) {
    static EditionRecord of(
            long number,
            String hash,
            OffsetDateTime liveAt,
            String client,
            String why,
            @Nullable Long restores,
            Comparison changes) {
        return new EditionRecord(
                number,
                hash,
                liveAt,
                client,
                why,
                restores,
                count(changes, "added"),
                count(changes, "changed"),
                count(changes, "removed"),
                changes.concerns());
    }

    private static int count(Comparison changes, String is) {
        return (int) changes.files().stream()
                .filter(change -> change.is().equals(is))
                .count();
    }
}
