package vn.lienthong.hub.diagnosis;

import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.drift.Drift;
import vn.lienthong.hub.drift.Drifts;
import vn.lienthong.hub.drift.Vital;

/** What systems show with their answers: certificate, clock, and whether they answer as they did. */
@Component
class AnswersExamination implements Examination {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int SOON = 14;
    private static final int AHEAD = 60;
    private static final int MOST = 500;

    private final Drifts drifts;
    private final InstantSource clock;

    AnswersExamination(Drifts drifts, InstantSource clock) {
        this.drifts = drifts;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        drifts.vitals().forEach(vital -> vital(vital, found));
        drifts.list(null, true, MOST).stream()
                .map(Drift::system)
                .collect(Collectors.groupingBy(Function.identity(), java.util.TreeMap::new, Collectors.counting()))
                .forEach((system, moved) -> found.add(Symptom.DRIFT.of(system, moved)));
        return found;
    }

    private void vital(Vital vital, List<Finding> found) {
        var until = vital.certificateUntil();
        if (until != null) {
            found.add(certificate(vital.system(), until));
        }
        var ahead = vital.clockAhead();
        if (ahead != null) {
            found.add(Symptom.SYSTEM_CLOCK.of(vital.system(), ahead));
        }
    }

    private Finding certificate(String system, OffsetDateTime until) {
        var left = Duration.between(clock.instant(), until.toInstant()).toDays();
        var symptom = left < SOON
                ? Symptom.CERTIFICATE_ENDS_SOON
                : left < AHEAD ? Symptom.CERTIFICATE_ENDS : Symptom.CERTIFICATE;
        return symptom.of(system, DAY.format(until), left);
    }
}
