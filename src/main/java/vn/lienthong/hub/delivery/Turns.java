package vn.lienthong.hub.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Advice;
import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Breakers;

/** Says in plain words, to people of an office, how a delivery stands and whose turn it is. */
@Component
class Turns {
    private final Breakers breakers;
    private final KnownFailures failures;

    Turns(Breakers breakers, KnownFailures failures) {
        this.breakers = breakers;
        this.failures = failures;
    }

    @Nullable
    String waitingOn(SystemCard card, DeliveryState state) {
        return switch (state) {
            case PENDING, UNCERTAIN -> breakers.isClosed(card) ? "hub" : card.id();
            case LEASED -> card.id();
            case REFUSED, PARKED -> "ops";
            case DELIVERED, SKIPPED -> null;
        };
    }

    @Nullable
    String inWords(SystemCard card, DeliveryState state, @Nullable String code, @Nullable String answer) {
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
