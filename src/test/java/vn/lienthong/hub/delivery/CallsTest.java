package vn.lienthong.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.delivery.DeliveryState.LEASED;
import static vn.lienthong.hub.delivery.DeliveryState.PENDING;
import static vn.lienthong.hub.delivery.DeliveryState.UNCERTAIN;
import static vn.lienthong.hub.delivery.RowsInHand.delivery;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.SystemCard;

/** The card takes up to ten {@code progress} in one call, and one of anything else. */
class CallsTest {
    private static final SystemCard CARD = Waiting.card(SystemCard.Uncertain.PROBE, 1);

    private static List<List<Long>> calls(Leased... leased) {
        return Calls.of(List.of(leased), CARD).stream()
                .map(call -> call.stream().map(Leased::id).toList())
                .toList();
    }

    private static Leased first(int id) {
        return delivery(id, "progress", PENDING, 0);
    }

    @Test
    void carryNoMoreThanTheCardAllows() {
        var leased = IntStream.rangeClosed(1, 23).mapToObj(CallsTest::first).toArray(Leased[]::new);

        assertThat(calls(leased)).extracting(List::size).containsExactly(10, 10, 3);
    }

    @Test
    void carryAloneWhatMustBeAskedAbout() {
        var calls =
                calls(first(1), delivery(2, "progress", UNCERTAIN, 0), delivery(3, "progress", LEASED, 0), first(4));

        assertThat(calls).containsExactlyInAnyOrder(List.of(1L, 4L), List.of(2L), List.of(3L));
    }

    /** One of those that were refused together may be the bad one; it must not spoil the others again. */
    @Test
    void carryAloneWhatHasFailedBefore() {
        var again =
                Stream.of(2, 3).map(id -> delivery(id, "progress", PENDING, 1)).toList();

        assertThat(calls(first(1), again.get(0), again.get(1), first(4)))
                .containsExactlyInAnyOrder(List.of(1L, 4L), List.of(2L), List.of(3L));
    }

    @Test
    void carryAloneWhatTheCardDoesNotPutTogether() {
        assertThat(calls(delivery(1, "register", PENDING, 0), delivery(2, "register", PENDING, 0)))
                .containsExactly(List.of(1L), List.of(2L));
    }

    @Test
    void haveAListEvenOfOneWhereThereMayBeMany() {
        assertThat(Calls.message(List.of(first(1)), CARD).path("messages")).hasSize(1);
        assertThat(Calls.message(List.of(delivery(1, "register", PENDING, 0)), CARD)
                        .has("messages"))
                .isFalse();
    }
}
