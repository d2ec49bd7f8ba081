package vn.lienthong.hub.exchange;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery and how it was tried.
 *
 * @param seq of the entry
 */
public record DeliveryLine(long id, String system, int seq, String operation, String state, List<Try> attempts) {
    /**
     * One attempt.
     *
     * @param kept whether its exchange can be looked at
     */
    public record Try(
            int n,
            String kind,
            OffsetDateTime startedAt,
            String outcome,
            @Nullable String code,
            boolean kept) {}
}
