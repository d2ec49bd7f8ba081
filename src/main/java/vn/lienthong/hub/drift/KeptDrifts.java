package vn.lienthong.hub.drift;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Drifts in the database. The word of a person and its record in the audit are one commit. */
@Component
class KeptDrifts implements Drifts {
    private final DriftRows rows;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KeptDrifts(DriftRows rows, Audit audit, TransactionTemplate transaction, InstantSource clock) {
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Drift> list(@Nullable String system, boolean openOnly, int limit) {
        return rows.list(system, openOnly, limit);
    }

    @Override
    public Drift accept(UUID id, String note, Caller by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var accepted = rows.accept(id, by.client(), note, clock.instant())
                    .orElseThrow(() -> new Refusal(ProblemCode.DRIFT_NOT_OPEN));
            audit.write(List.of(new AuditRow(by.client(), "drift.accept", null, null, note, id.toString())));
            return accepted;
        }));
    }

    @Override
    public List<Vital> vitals() {
        var certificates = rows.known(Aspect.CERTIFICATE);
        var clocks = rows.known(Aspect.CLOCK);
        var systems = new TreeSet<>(certificates.keySet());
        systems.addAll(clocks.keySet());
        return systems.stream()
                .map(system -> {
                    var shown = certificates.get(system);
                    var there = clocks.get(system);
                    return new Vital(
                            system,
                            shown == null ? null : time(Certificates.until(shown)),
                            there == null || ClockOffset.ahead(there) == 0 ? null : ClockOffset.ahead(there));
                })
                .toList();
    }

    private static @Nullable OffsetDateTime time(String until) {
        return until.isEmpty()
                ? null
                : Times.inOffice(OffsetDateTime.parse(until).toInstant());
    }
}
