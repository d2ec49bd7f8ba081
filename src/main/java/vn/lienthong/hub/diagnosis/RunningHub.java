package vn.lienthong.hub.diagnosis;

import java.util.List;
import org.springframework.stereotype.Component;

/** All examinations, one after the other. */
@Component
class RunningHub implements Diagnosis {
    private final List<Examination> examinations;

    RunningHub(List<Examination> examinations) {
        this.examinations = examinations;
    }

    @Override
    public List<Finding> now() {
        return examinations.stream()
                .flatMap(examination -> examination.findings().stream())
                .toList();
    }
}
