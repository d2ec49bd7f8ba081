package vn.lienthong.hub.delivery;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;
import vn.lienthong.hub.outage.Outages;

/** Says in plain words, to people of an office, how a delivery stands and whose turn it is. */
@Component
class Turns {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final Breakers breakers;
    private final KnownFailures failures;
    private final Outages outages;

    Turns(Breakers breakers, KnownFailures failures, Outages outages) {
        this.breakers = breakers;
        this.failures = failures;
        this.outages = outages;
    }

    @Nullable
    String waitingOn(SystemCard card, DeliveryState state) {
        return switch (state) {
            case PENDING, UNCERTAIN ->
                breakers.isClosed(card) && outages.now(card.id()).isEmpty() ? "hub" : card.id();
            case LEASED -> card.id();
            case REFUSED, PARKED -> "ops";
            case DELIVERED, SKIPPED -> null;
        };
    }

    /** The next moment at which something can be done, however early it is due. */
    Instant notBefore(SystemCard card, Instant due) {
        return outages.now(card.id())
                .map(outage -> outage.until().toInstant())
                .filter(due::isBefore)
                .orElse(due);
    }

    @Nullable
    String inWords(SystemCard card, DeliveryState state, @Nullable String code, @Nullable String answer) {
        var outage = outages.now(card.id());
        if (outage.isPresent() && (state == DeliveryState.PENDING || state == DeliveryState.UNCERTAIN)) {
            return card.title() + " tạm dừng theo kế hoạch đến "
                    + SHORT.format(outage.get().until()) + ": " + outage.get().text();
        }
        var said = said(state, code, answer);
        return switch (state) {
            case DELIVERED -> card.title() + " đã nhận" + said;
            case REFUSED -> card.title() + " từ chối" + said;
            case PARKED -> "Đỗ lại, chờ người xử lý" + said;
            case SKIPPED -> "Đã bỏ qua" + said;
            case UNCERTAIN -> "Chưa rõ đã đến chưa, sẽ hỏi lại " + card.title() + said;
            case LEASED -> "Đang gửi tới " + card.title();
            case PENDING ->
                !breakers.isClosed(card)
                        ? card.title() + " đang không liên lạc được, chờ cùng cả hàng đợi" + said
                        : code == null ? null : "Sẽ gửi lại" + said;
        };
    }

    /** Nothing as long as it goes well, or where nobody has written down what it means. */
    @Nullable
    Advice advice(SystemCard card, DeliveryState state, @Nullable String code, @Nullable String answer) {
        return state.isDone() || state == DeliveryState.LEASED
                ? null
                : failures.on(card.id(), code, answer).orElse(null);
    }

    /** A system that says nothing leaves at least its code, which somebody can look up. */
    private static String said(DeliveryState state, @Nullable String code, @Nullable String answer) {
        if (answer != null && !answer.isBlank()) {
            return ": " + answer;
        }
        return code == null || state.isDone() ? "" : " (mã " + code + ")";
    }
}
