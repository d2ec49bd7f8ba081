package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.delivery.SystemState;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.security.Discretion;

/** Shows the external systems and what waits for each. */
@RestController
final class SystemController {
    private final Requests requests;
    private final Systems systems;

    SystemController(Requests requests, Systems systems) {
        this.requests = requests;
        this.systems = systems;
    }

    record SystemLine(
            String id,
            String title,
            String breaker,
            long pending,
            long uncertain,
            long parked,
            long refused,
            long delivered,
            long skipped,
            @Nullable OffsetDateTime oldestPendingAt,
            @Nullable String lastTrouble) {
        static SystemLine of(SystemState system) {
            var oldest = system.oldestPendingAt();
            return new SystemLine(
                    system.id(),
                    system.title(),
                    system.breaker(),
                    system.pending(),
                    system.uncertain(),
                    system.parked(),
                    system.refused(),
                    system.delivered(),
                    system.skipped(),
                    oldest == null ? null : Times.inOffice(oldest.toInstant()),
                    Discretion.withoutIds(system.lastTrouble()));
        }
    }

    record SystemList(List<SystemLine> items) {}

    @GetMapping(path = Paths.SYSTEMS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> systems(HttpServletRequest request) {
        requests.query("listSystems", request);
        var items = systems.all().stream().map(SystemLine::of).toList();
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(new SystemList(items)));
    }
}
