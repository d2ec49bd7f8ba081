package vn.lienthong.hub.inquiry;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.connector.Outcome;

/**
 * What a test of a connection came to.
 *
 * @param reached the system itself answered, be it with a refusal
 * @param outcome as of any call
 * @param millis how long it took
 * @param cause why it was not reached, or what it refused, for the people of an office
 */
public record Reached(
        boolean reached,
        String outcome,
        long millis,
        @Nullable String cause) {

    static Reached of(SystemCard card, Supplier<Outcome> call) {
        var begin = System.nanoTime();
        var outcome = call.get();
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        return new Reached(isReached(outcome), outcome.word(), millis, cause(outcome, card));
    }

    private static boolean isReached(Outcome outcome) {
        return !(outcome instanceof Outcome.Unreachable || outcome instanceof Outcome.Uncertain);
    }

    private static @Nullable String cause(Outcome outcome, SystemCard card) {
        var words = said(outcome);
        return switch (outcome) {
            case Outcome.Refused refused -> "kết nối được, nhưng hệ thống từ chối" + words;
            case Outcome.Unreachable down ->
                (down.platform() ? "nền tảng chia sẻ " + card.platform() + " báo lỗi" : "không gọi được") + words;
            case Outcome.Uncertain unclear -> "không rõ" + words;
            default -> null;
        };
    }

    private static String said(Outcome outcome) {
        var words = outcome.text() == null || outcome.text().isBlank() ? outcome.code() : outcome.text();
        return words == null ? "" : ": " + words;
    }
}
