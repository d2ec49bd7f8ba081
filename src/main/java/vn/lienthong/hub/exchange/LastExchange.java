package vn.lienthong.hub.exchange;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One attempt whose exchange was kept.
 *
 * @param attempt of the delivery
 * @param status of the last answer
 */
public record LastExchange(
        long delivery,
        int attempt,
        String dossier,
        String operation,
        String kind,
        String outcome,
        @Nullable Integer status,
        OffsetDateTime at) {}
