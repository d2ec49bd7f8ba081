package vn.lienthong.hub.intake;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who takes what is no entry of the ledger, by kind. */
@Component
class Observations {
    private final ObjectProvider<Observer> observers;

    Observations(ObjectProvider<Observer> observers) {
        this.observers = observers;
    }

    /** Asked for late: observers lie above, and may need this package themselves. */
    Optional<Observer> of(String kind) {
        return Optional.ofNullable(byKind().get(kind));
    }

    private Map<String, Observer> byKind() {
        return observers.stream().collect(Collectors.toMap(Observer::kind, Function.identity()));
    }
}
