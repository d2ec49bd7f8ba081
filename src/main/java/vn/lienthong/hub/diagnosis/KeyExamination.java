package vn.lienthong.hub.diagnosis;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.evidence.Evidences;
import vn.lienthong.hub.evidence.Keys;
import vn.lienthong.hub.problem.Refusal;

/** Whether evidence can be signed. A bare key has no end; who rotates it is the house. */
@Component
class KeyExamination implements Examination {
    private static final String SUBJECT = "evidence";
    private static final int SHORT = 16;

    private final Evidences evidences;

    KeyExamination(Evidences evidences) {
        this.evidences = evidences;
    }

    @Override
    public List<Finding> findings() {
        try {
            return List.of(Symptom.KEY.of(SUBJECT, Keys.id(evidences.key()).substring(0, SHORT)));
        } catch (Refusal e) {
            return List.of(Symptom.KEY_MISSING.of(SUBJECT));
        }
    }
}
