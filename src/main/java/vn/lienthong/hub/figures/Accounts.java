package vn.lienthong.hub.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.figures.Account.Supplement;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.DossierStatus;

/** Reads what the ledger keeps and what a system showed as the same kind of account. */
final class Accounts {
    private static final ObjectReader STATE = Json.MAPPER.readerFor(DossierState.class);

    private Accounts() {}

    static DossierState state(String text) {
        try {
            return STATE.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger holds a state it cannot read", e);
        }
    }

    static Account ours(DossierState state, OffsetDateTime receivedAt, @Nullable OffsetDateTime dueAt) {
        var stopped = isStopped(state.status()) && state.statusAt().equals(state.finishedAt());
        return new Account(
                state.status(),
                Moment.of(receivedAt),
                moment(dueAt),
                stopped ? null : moment(state.finishedAt()),
                moment(state.returnedAt()),
                stopped ? moment(state.finishedAt()) : null,
                state.supplements().stream()
                        .map(supplement ->
                                new Supplement(Moment.of(supplement.askedAt()), moment(supplement.suppliedAt())))
                        .toList());
    }

    /** @param record as the route of the system translated it, every member optional */
    static Account theirs(String record) {
        var told = Json.kept(record);
        var status = told(told, "status", DossierStatus::of);
        var stopped = status != null && isStopped(status);
        var finishedAt = moment(told, "finishedAt");
        return new Account(
                status,
                moment(told, "receivedAt"),
                moment(told, "dueAt"),
                stopped ? null : finishedAt,
                moment(told, "returnedAt"),
                stopped ? finishedAt : null,
                StreamSupport.stream(told.path("supplements").spliterator(), false)
                        .map(Accounts::supplement)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static boolean isStopped(DossierStatus status) {
        return status == DossierStatus.REFUSED || status == DossierStatus.WITHDRAWN;
    }

    private static @Nullable Moment moment(@Nullable OffsetDateTime time) {
        return time == null ? null : Moment.of(time);
    }

    private static @Nullable Supplement supplement(JsonNode told) {
        var askedAt = moment(told, "askedAt");
        return askedAt == null ? null : new Supplement(askedAt, moment(told, "suppliedAt"));
    }

    private static @Nullable Moment moment(JsonNode told, String field) {
        return told(told, field, Moment::parse);
    }

    /** What cannot be read was not told; one bad record must not hide the figures of all. */
    private static <T> @Nullable T told(JsonNode told, String field, Function<String, T> reading) {
        try {
            return told.hasNonNull(field) ? reading.apply(told.get(field).asText()) : null;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }
}
