package vn.lienthong.hub.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.SystemState;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.security.Discretion;

/** Each system: reached, never used, or failing. */
@Component
class SystemsExamination implements Examination {
    private static final String WELL = "closed"; // of a breaker

    private final Systems systems;

    SystemsExamination(Systems systems) {
        this.systems = systems;
    }

    @Override
    public List<Finding> findings() {
        return systems.all().stream().map(SystemsExamination::of).toList();
    }

    private static Finding of(SystemState system) {
        if (!system.breaker().equals(WELL)) {
            var trouble = Objects.requireNonNullElse(Discretion.withoutIds(system.lastTrouble()), system.breaker());
            return Symptom.SYSTEM_FAILING.of(system.id(), trouble);
        }
        return system.delivered() > 0
                ? Symptom.SYSTEM.of(system.id(), String.format(Locale.ROOT, "%,d", system.delivered()))
                : Symptom.SYSTEM_UNUSED.of(system.id());
    }
}
