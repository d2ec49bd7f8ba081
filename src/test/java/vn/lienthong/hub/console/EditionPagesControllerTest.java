package vn.lienthong.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ConcurrentModel;
import vn.lienthong.hub.edition.Comparison;
import vn.lienthong.hub.edition.EditionFiles;
import vn.lienthong.hub.edition.EditionRecord;
import vn.lienthong.hub.edition.Editions;
import vn.lienthong.hub.edition.Plan;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

class EditionPagesControllerTest {
    private static final Caller INTEGRATOR = Caller.ofPerson("i", Set.of("integrator"), UnitScope.EVERYWHERE);

    private final Kept editions = new Kept();
    private final EditionPagesController pages = new EditionPagesController(editions);

    /** The third of three is live. */
    private static final class Kept implements Editions {
        private final List<String> restored = new ArrayList<>();

        @Override
        public long running() {
            return 3;
        }

        @Override
        public EditionRecord restore(long number, long base, String why, Caller by) {
            if (base != running()) {
                throw new NotLive(running());
            }
            restored.add(number + " " + why + " " + by.client());
            return edition(4);
        }

        @Override
        public Optional<EditionRecord> find(long number) {
            return number <= running() ? Optional.of(edition(number)) : Optional.empty();
        }

        private static EditionRecord edition(long number) {
            return new EditionRecord(number, "h", OffsetDateTime.MIN, "c", "w", null, 0, 0, 0, List.of());
        }

        @Override
        public List<EditionRecord> before(long number, int most) {
            return List.of();
        }

        @Override
        public Plan plan(EditionFiles files) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EditionRecord apply(long base, String why, EditionFiles files, Caller by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Comparison compare(long earlier, long later) {
            throw new UnsupportedOperationException();
        }

        @Override
        public EditionFiles files(long number) {
            throw new UnsupportedOperationException();
        }
    }

    private @Nullable Object mayRestore(long number, Caller caller) {
        var model = new ConcurrentModel();
        pages.one(number, caller, model);
        return model.getAttribute("mayRestore");
    }

    @Test
    void offersToGoBackToAFormerEditionOnly() {
        assertThat(mayRestore(2, INTEGRATOR)).isEqualTo(true);
        assertThat(mayRestore(3, INTEGRATOR)).isEqualTo(false);
        assertThat(mayRestore(2, Caller.ofPerson("o", Set.of("ops"), UnitScope.EVERYWHERE)))
                .isEqualTo(false);
    }

    @Test
    void goesBackForAReason() {
        assertThat(pages.restore(2, 3, " bản mới hỏng ", INTEGRATOR)).isEqualTo("redirect:/console/editions");
        assertThatThrownBy(() -> pages.restore(2, 3, " ", INTEGRATOR)).isInstanceOf(Refusal.class);

        assertThat(editions.restored).containsExactly("2 bản mới hỏng person:i");
    }

    @Test
    void staysWhereAnotherEditionRunsThanWasSaid() {
        assertThatThrownBy(() -> pages.restore(2, 1, "bản mới hỏng", INTEGRATOR))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> pages.restore(9, 3, "bản mới hỏng", INTEGRATOR))
                .isInstanceOf(Refusal.class);
        assertThat(editions.restored).isEmpty();
    }
}
