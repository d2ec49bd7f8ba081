package vn.lienthong.hub.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.Units;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/**
 * Moves receptions where a decision says so, and issues the due times that follow from them. They are few: each may ask
 * the database for itself, within the transaction that appends.
 */
@Component
class Corrections {
    private static final String FIRST_EVENT =
            "select min(occurred_at) from entry where dossier = ? and kind not in (?, ?)";
    private static final String KEEP = """
            insert into former_reception (dossier, seq, received_at, due_at, due_source, calendar_version, rule_version,
              process_version)
            select code, ?, received_at, due_at, due_source, calendar_version, rule_version, process_version
            from dossier where code = ?""";
    private static final String REISSUE = """
            update dossier set received_at = ?, due_at = ?, due_source = 'computed', calendar_version = ?,
              rule_version = ?, process_version = ?, body = ?
            where code = ?""";

    private final JdbcTemplate jdbc;
    private final Reception reception;

    Corrections(JdbcTemplate jdbc, Units units, Procedures procedures, Deadlines deadlines, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.reception = new Reception(units, procedures, deadlines, settings);
    }

    /**
     * @param after the dossier with the entry, its reception not yet moved
     * @throws SubmissionRefused when the reception cannot be the one that was decided
     */
    Reissued judge(Draft draft, Standing before, Standing after, Instant now, Duration skew) {
        var correction = Correction.of(draft.submission().body());
        correction.refuseImpossible(before, draft.occurredAt(), firstEventAt(before.code()), now, skew);
        var deadline = reception.deadline(before.procedure(), before.channel(), correction.receivedAt());
        return new Reissued(
                correction,
                before.receivedAt(),
                after.received(correction.receivedAt(), correction.onto(after.state())),
                deadline,
                body(before.code(), correction.receivedAt(), deadline.dueAt()));
    }

    private @Nullable OffsetDateTime firstEventAt(String dossier) {
        return jdbc.queryForObject(
                FIRST_EVENT,
                OffsetDateTime.class,
                dossier,
                EntryKind.REGISTERED.word(),
                EntryKind.RECEPTION_CORRECTED.word());
    }

    private String body(String dossier, OffsetDateTime receivedAt, OffsetDateTime dueAt) {
        var body = registration(dossier)
                .orElseThrow(() -> new SubmissionRefused(
                        "request.in-progress", 409, "the dossier is being registered at this moment", null));
        body.put("receivedAt", Times.text(Times.inOffice(receivedAt.toInstant())))
                .put("dueAt", Times.text(dueAt));
        return Json.text(body);
    }

    /** Nothing while the dossier is being opened by the same transaction. */
    Optional<ObjectNode> registration(String dossier) {
        return jdbc.queryForList("select body from dossier where code = ?", String.class, dossier).stream()
                .map(body -> (ObjectNode) Json.parse(body.getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    /** What was issued before stays readable beside the entry that replaced it. */
    void write(List<Reissued> all) {
        for (var one : all) {
            var deadline = one.deadline();
            jdbc.update(KEEP, one.after().lastSeq(), one.after().code());
            jdbc.update(
                    REISSUE,
                    one.after().receivedAt(),
                    deadline.dueAt(),
                    deadline.calendarVersion(),
                    deadline.ruleVersion(),
                    deadline.processVersion(),
                    one.body(),
                    one.after().code());
        }
    }
}
