package vn.lienthong.hub.figures;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.ledger.DossierStatus;

/**
 * What one side, the ledger or a system, tells of a dossier: as much as decides whether it was in time.
 *
 * @param finishedAt when the progress says "Đã xử lý xong" (9)
 * @param returnedAt when it says "Đã trả kết quả" (10)
 * @param stoppedAt when it says that the dossier was refused, stopped or withdrawn
 */
public record Account(
        @Nullable DossierStatus status,
        @Nullable Moment receivedAt,
        @Nullable Moment dueAt,
        @Nullable Moment finishedAt,
        @Nullable Moment returnedAt,
        @Nullable Moment stoppedAt,
        List<Supplement> supplements) {

    /** One request for further papers; open until supplied. */
    public record Supplement(Moment askedAt, @Nullable Moment suppliedAt) {}

    /** The end of processing: of the entries of the progress that tell one, the first in this order. */
    @Nullable
    Moment end() {
        return Stream.of(finishedAt, returnedAt, stoppedAt)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The same as it could be told at that moment: figures of a past period do not change afterwards. */
    Account asOf(OffsetDateTime at) {
        return new Account(
                status,
                receivedAt,
                dueAt,
                ifBy(finishedAt, at),
                ifBy(returnedAt, at),
                ifBy(stoppedAt, at),
                supplements.stream()
                        .filter(supplement -> ifBy(supplement.askedAt, at) != null)
                        .map(supplement -> new Supplement(supplement.askedAt, ifBy(supplement.suppliedAt, at)))
                        .toList());
    }

    private static @Nullable Moment ifBy(@Nullable Moment moment, OffsetDateTime at) {
        return moment != null && moment.from().isBefore(at) ? moment : null;
    }
}
