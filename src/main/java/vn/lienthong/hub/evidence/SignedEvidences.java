package vn.lienthong.hub.evidence;

import java.io.OutputStream;
import java.security.PublicKey;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.audit.Audit;
import vn.lienthong.hub.audit.AuditRow;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.problem.Problem;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;

/** Reads, packs and signs. That somebody asked is durable before the first byte leaves. */
@Component
final class SignedEvidences implements Evidences {
    /** Of dossiers in one package: two files each stay within what its form can count. */
    static final int MOST = 30_000;

    private static final String ACTION = "evidence.make";

    private final Optional<SigningKey> key;
    private final DossierEvidence dossiers;
    private final PeriodReads periods;
    private final Audit audit;
    private final InstantSource clock;

    SignedEvidences(
            EvidenceSettings settings,
            DossierEvidence dossiers,
            PeriodReads periods,
            Audit audit,
            InstantSource clock) {
        this.key = Optional.ofNullable(settings.key()).map(SigningKey::in);
        this.dossiers = dossiers;
        this.periods = periods;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PublicKey key() {
        return signer().publicKey();
    }

    private SigningKey signer() {
        return key.orElseThrow(() -> new Refusal(ProblemCode.HUB_NO_EVIDENCE_KEY));
    }

    @Override
    public Prepared ofDossier(String code, Caller caller) {
        var signer = signer();
        audit.record(AuditRow.of(caller.client(), ACTION, code)).join();
        var now = now();
        return new Making("bang-chung-%s.zip".formatted(code), out -> {
            var evidence = dossiers.of(code, now);
            var packing = new Packing(out, signer);
            packing.add("evidence.html", EvidencePage.of(evidence));
            packing.add("evidence.json", Json.canonical(evidence));
            packing.seal(now);
        });
    }

    @Override
    public Prepared ofPeriod(Period period, Caller caller) {
        var signer = signer();
        var codes = periods.codes(period, caller.scope(), MOST + 1);
        if (codes.size() > MOST) {
            throw new Refusal(
                    Problem.of(ProblemCode.REQUEST_TOO_MANY, "more than %d dossiers; ask for less".formatted(MOST)));
        }
        var about = about(period);
        audit.record(new AuditRow(caller.client(), ACTION, null, null, null, about + " dossiers " + codes.size()))
                .join();
        var now = now();
        return new Making("bang-chung-%s-%s.zip".formatted(day(period.from()), day(period.to())), out -> {
            var packing = new Packing(out, signer);
            var index = new Index(period, now);
            for (var code : codes) {
                var evidence = dossiers.of(code, now);
                packing.add("dossiers/%s.html".formatted(code), EvidencePage.of(evidence));
                packing.add("dossiers/%s.json".formatted(code), Json.canonical(evidence));
                index.add(evidence);
            }
            packing.add("index.html", index.html());
            packing.add("index.json", Json.canonical(index.json()));
            packing.seal(now);
        });
    }

    private static String about(Period period) {
        return "received %s to %s unit %s/%s%s"
                .formatted(
                        Times.text(period.from()),
                        Times.text(period.to()),
                        period.province() == null ? "*" : period.province(),
                        period.commune() == null ? "*" : period.commune(),
                        period.withDiscrepancies() ? " with discrepancies" : "");
    }

    private static String day(OffsetDateTime at) {
        return at.atZoneSameInstant(Times.ZONE).toLocalDate().toString();
    }

    private OffsetDateTime now() {
        return Times.inOffice(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private interface Work {
        void into(OutputStream out) throws java.io.IOException;
    }

    private record Making(String name, Work work) implements Prepared {
        @Override
        public void writeTo(OutputStream out) throws java.io.IOException {
            work.into(out);
        }
    }
}
