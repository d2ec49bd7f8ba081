package vn.lienthong.hub.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deliveries to the desk without a database: what a test lays down is leased once. */
final class RowsInHand extends DeliveryRows {
    private final List<Leased> due = new ArrayList<>();
    final List<Leased> released = new CopyOnWriteArrayList<>();
    volatile int asked;

    RowsInHand() {
        super(new JdbcTemplate());
    }

    synchronized void lay(Leased... deliveries) {
        due.addAll(List.of(deliveries));
    }

    @Override
    synchronized List<Leased> lease(String system, Instant now, int limit, Instant until) {
        var leased = due.stream().limit(limit).toList();
        due.removeAll(leased);
        asked++;
        return leased;
    }

    @Override
    void release(List<Leased> leased, Instant now) {
        released.addAll(leased);
    }

    static Leased delivery(int id, DeliveryState was) {
        return delivery(id, "sync", was, 0);
    }

    static Leased delivery(int id, String operation, DeliveryState was, int attempts) {
        var time = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");
        return new Leased(
                id,
                UUID.randomUUID(),
                "desk",
                "H24.129-250812-%04d".formatted(id),
                1,
                operation,
                was,
                attempts,
                attempts,
                UUID.randomUUID(),
                "registered",
                time,
                time,
                time,
                "{}",
                "{}",
                "{}",
                false,
                null);
    }
}
