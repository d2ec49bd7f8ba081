package vn.lienthong.hub.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** One fee, its orders, and news in any order, repeated, late and contradictory; drawn from a seed that a failure names. */
class JudgementPropertiesTest {
    private static final Instant NOW = Instant.parse("2025-08-12T03:00:00Z");
    private static final int FEES = 2_000;
    private static final int NEWS = 12;
    private static final long DUE = 8000;

    private final List<PaymentOrder> orders = new ArrayList<>();
    private final Set<String> toldPaid = new HashSet<>();
    private final Set<String> toldOtherMoney = new HashSet<>();
    private int entries;
    private int moneyBack;

    @RepeatedTest(5)
    void aFeeIsPaidOnceAndNoMoneyIsLost(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var fee = 0; fee < FEES; fee++) {
            begin();
            for (var n = 0; n < NEWS; n++) {
                happen(random);
                assertOneHoldsTheFee();
            }
            assertThat(entries).as("seed %d", seed.getCurrentRepetition()).isLessThanOrEqualTo(1);
            assertMoney();
        }
    }

    private void begin() {
        orders.clear();
        toldPaid.clear();
        toldOtherMoney.clear();
        entries = 0;
        moneyBack = 0;
    }

    private void happen(Random random) {
        if (random.nextInt(4) == 0) {
            order();
        } else if (!orders.isEmpty()) {
            tell(random.nextInt(orders.size()), news(random));
        }
    }

    /** As the database and its index have it. */
    private void order() {
        if (entries == 0 && orders.stream().allMatch(order -> order.state().isGivenUp())) {
            orders.add(fresh("order" + orders.size()));
        }
    }

    private static Told news(Random random) {
        var what = News.values()[random.nextInt(News.values().length)];
        if (what == News.OTHER_AMOUNT) {
            return paid(DUE + 1, "a");
        }
        var silent = random.nextInt(3) == 0;
        return what == News.PAID
                ? paid(silent ? null : DUE, random.nextInt(8) == 0 ? "b" : "a")
                : Told.bare(what, null);
    }

    private static Told paid(@Nullable Long amount, String reference) {
        return new Told(News.PAID, amount, reference, null, null, "00");
    }

    private void tell(int which, Told told) {
        var before = orders.get(which);
        var judged = Judgement.of(before, told, NOW);
        orders.set(which, judged.after());
        if (judged.seen() == News.PAID) {
            toldPaid.add(before.number());
        } else if (judged.seen() == News.OTHER_AMOUNT) {
            toldOtherMoney.add(before.number());
        } else if (judged.seen() == News.LET_GO) {
            toldOtherMoney.remove(before.number());
        }
        if (before.state() != PaymentState.PAID && judged.after().state() == PaymentState.PAID) {
            record();
        }
    }

    /** The ledger takes one entry for the fee; further money is given back by people. */
    private void record() {
        if (entries == 0) {
            entries++;
        } else {
            moneyBack++;
        }
    }

    private void assertOneHoldsTheFee() {
        assertThat(orders.stream()
                        .filter(order -> !order.state().isGivenUp() && !order.late())
                        .count())
                .isLessThanOrEqualTo(1);
    }

    private void assertMoney() {
        for (var order : orders) {
            if (toldPaid.contains(order.number())) {
                assertThat(order.state()).isEqualTo(PaymentState.PAID);
                assertThat(order.paidAt()).isNotNull();
            } else if (toldOtherMoney.contains(order.number())) {
                assertThat(order.state()).isEqualTo(PaymentState.UNKNOWN);
                assertThat(order.attention()).isEqualTo(Attention.AMOUNT_DIFFERS);
            } else {
                assertThat(order.state()).isNotEqualTo(PaymentState.PAID);
            }
        }
        assertThat(entries + moneyBack).isEqualTo(toldPaid.size());
    }

    private static PaymentOrder fresh(String number) {
        var at = Times.inOffice(NOW.minusSeconds(60));
        return new PaymentOrder(
                number,
                "H24.129-250812-9051",
                1,
                "any",
                DUE,
                Json.MAPPER.createObjectNode(),
                PaymentState.NEW,
                at,
                0,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                at,
                at.plusDays(1));
    }
}
