package vn.lienthong.hub.facade;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.edition.Change;
import vn.lienthong.hub.edition.Comparison;
import vn.lienthong.hub.edition.EditionFiles;
import vn.lienthong.hub.edition.EditionRecord;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.edition.Effect;
import vn.lienthong.hub.edition.KeyChange;
import vn.lienthong.hub.edition.Plan;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.security.Caller;

/** Two editions; a test sets what is thrown when another is put live. */
final class PlayedEditions implements Editions {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-08-12T10:42:07+07:00");
    private static final Comparison CHANGES = new Comparison(
            List.of(new Change(
                    "integration/population/system.yaml", "population", "changed", "@@ -1,1 +1,1 @@\n-a\n+b")),
            List.of(new KeyChange("population", "/limits/timeout", "10s", "20s")),
            List.of(new Effect(
                    "population",
                    "changed",
                    "calls go by other limits and new connections",
                    "cuộc gọi theo giới hạn khác, kết nối mới")));

    volatile @Nullable RuntimeException refusal;

    @Override
    public long running() {
        return 2;
    }

    @Override
    public Plan plan(EditionFiles files) {
        return new Plan(2, CHANGES, List.of("integration/population/system.yaml:3: is missing"));
    }

    @Override
    public EditionRecord apply(long base, String why, EditionFiles files, Caller by) {
        if (refusal != null) {
            throw refusal;
        }
        return edition(3, by.client(), why, null);
    }

    @Override
    public EditionRecord restore(long number, long base, String why, Caller by) {
        return edition(3, by.client(), why, number);
    }

    private static EditionRecord edition(long number, String client, String why, @Nullable Long restores) {
        return new EditionRecord(number, "9f86d08", AT, client, why, restores, 0, 1, 0, List.of("population"));
    }

    @Override
    public Optional<EditionRecord> find(long number) {
        return number <= 2 ? Optional.of(edition(number, "integrator", "a change", null)) : Optional.empty();
    }

    @Override
    public List<EditionRecord> before(long number, int most) {
        return List.of(2L, 1L).stream()
                .filter(known -> known < number)
                .limit(most)
                .map(known -> edition(known, "integrator", "a change", null))
                .toList();
    }

    @Override
    public Comparison compare(long earlier, long later) {
        return CHANGES;
    }

    @Override
    public EditionFiles files(long number) {
        return EditionFiles.of(Tree.in(Path.of("src/test/resources/packs/desk")));
    }
}
