package vn.lienthong.hub.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.live.Changed;
import vn.lienthong.hub.live.Live;
import vn.lienthong.hub.pack.Example;

/** The fields that the examples of answers in a pack have: what was known before anybody answered. */
@Component
class ExampleFields {
    private static final String REPLY = "reply";

    private final Live live;
    private final Map<String, Set<String>> bySystem = new ConcurrentHashMap<>();

    ExampleFields(Live live) {
        this.live = live;
    }

    Set<String> of(String system) {
        return bySystem.computeIfAbsent(system, this::read);
    }

    private Set<String> read(String system) {
        return live.hold(() -> {
            var fields = new TreeSet<String>();
            var pack = live.running().edition().tree().integration().resolve(system);
            try {
                for (var example : Example.of(pack)) {
                    if (example.mapping().endsWith(REPLY)) {
                        Fields.of(Files.readAllBytes(example.in())).ifPresent(found -> fields.addAll(found.keySet()));
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                return Set.<String>of(); // what is not known before is learned
            }
            return fields;
        });
    }

    @EventListener
    void forget(Changed changed) {
        bySystem.clear();
    }
}
