package vn.lienthong.hub.evidence;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.DeliveryRecord;

/** Up to which delivery a system still told the true reception, and from which on another: where its clock restarted. */
record Turning(OffsetDateTime receivedAt, List<DeliveryRecord> deliveries) {
    private static final Duration SAME = Duration.ofMinutes(1);

    /**
     * The two sides of it.
     *
     * @param lastTrue the entry whose delivery was still answered with the true reception; 0: none was
     * @param firstOther the first one after it that was answered with another; 0: none was
     */
    record Sides(int lastTrue, int firstOther) {}

    Sides sides() {
        int lastTrue = 0;
        int firstOther = 0;
        for (var delivery : deliveries) {
            var told = told(delivery);
            if (told != null && isTrue(told)) {
                lastTrue = delivery.seq();
                firstOther = 0;
            } else if (told != null && firstOther == 0) {
                firstOther = delivery.seq();
            }
        }
        return new Sides(lastTrue, firstOther);
    }

    Optional<String> sentence() {
        var sides = sides();
        return sides.lastTrue == 0 || sides.firstOther == 0
                ? Optional.empty()
                : Optional.of("Trả lời cho mục %d, hệ thống này còn ghi đúng giờ tiếp nhận gốc; từ mục %d thì ghi khác."
                        .formatted(sides.lastTrue, sides.firstOther));
    }

    private boolean isTrue(OffsetDateTime told) {
        return Duration.between(receivedAt, told).abs().compareTo(SAME) < 0;
    }

    private static @Nullable OffsetDateTime told(DeliveryRecord delivery) {
        var stored = delivery.stored();
        try {
            return stored == null
                    ? null
                    : OffsetDateTime.parse(stored.path("receivedAt").asText());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
