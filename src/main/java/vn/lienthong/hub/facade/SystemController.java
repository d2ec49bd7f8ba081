package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.catalog.Cards;
import vn.lienthong.hub.catalog.SystemCard;
import vn.lienthong.hub.delivery.SystemState;
import vn.lienthong.hub.delivery.Systems;
import vn.lienthong.hub.inquiry.Connections;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.outage.Outage;
import vn.lienthong.hub.outage.Outages;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.Discretion;

/** Shows the external systems and what waits for each. */
@RestController
final class SystemController {
    private final Requests requests;
    private final Systems systems;
    private final Cards cards;
    private final Questions questions;
    private final Connections connections;
    private final Outages outages;

    SystemController(
            Requests requests,
            Systems systems,
            Cards cards,
            Questions questions,
            Connections connections,
            Outages outages) {
        this.requests = requests;
        this.systems = systems;
        this.cards = cards;
        this.questions = questions;
        this.connections = connections;
        this.outages = outages;
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
            @Nullable String lastTrouble,
            @Nullable Outage outage) {
        static SystemLine of(SystemState system, @Nullable Outage outage) {
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
                    Discretion.withoutIds(system.lastTrouble()),
                    outage);
        }
    }

    record ConnectionView(
            String system,
            boolean reached,
            String outcome,
            long millis,
            @Nullable String cause) {}

    record SystemList(List<SystemLine> items) {}

    @GetMapping(path = Paths.SYSTEMS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> systems(HttpServletRequest request) {
        requests.query("listSystems", request);
        var items = systems.all().stream()
                .map(system -> SystemLine.of(system, outages.now(system.id()).orElse(null)))
                .toList();
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(new SystemList(items)));
    }

    @GetMapping(path = Paths.SYSTEM, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> system(@PathVariable String system, HttpServletRequest request) {
        requests.query("describeSystem", request);
        var view = SystemView.of(card(system), questions.of(system));
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(view));
    }

    @PostMapping(path = Paths.CONNECTION_TEST, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> test(
            @PathVariable String system, @AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        requests.query("testSystem", request);
        var found = connections.test(card(system).id(), caller);
        var view = new ConnectionView(
                system, found.reached(), found.outcome(), found.millis(), Discretion.withoutIds(found.cause()));
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(view));
    }

    private SystemCard card(String system) {
        return cards.find(system).orElseThrow(() -> new Refusal(ProblemCode.SYSTEM_NOT_FOUND));
    }
}
