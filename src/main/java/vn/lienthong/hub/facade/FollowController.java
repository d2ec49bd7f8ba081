package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierQuery;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.security.Caller;

/** Says where dossiers are. */
@RestController
final class FollowController {
    private final Requests requests;
    private final Ledger ledger;
    private final DossierStates states;

    FollowController(Requests requests, Ledger ledger, DossierStates states) {
        this.requests = requests;
        this.ledger = ledger;
        this.states = states;
    }

    @GetMapping(path = Paths.DOSSIER, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> state(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String code,
            @RequestHeader HttpHeaders headers,
            HttpServletRequest request) {
        var wait = requests.query("getDossier", request).path("wait").asInt(0);
        var known = headers.getIfNoneMatch();
        return states.afterChange(code, caller, known, Duration.ofSeconds(wait)).answer(known);
    }

    @GetMapping(path = Paths.ENTRIES, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> entries(
            @AuthenticationPrincipal Caller caller, @PathVariable String code, HttpServletRequest request) {
        var query = requests.query("listEntries", request);
        var limit = Page.limit(query);
        states.visible(code, caller);
        var after = query.path("after").asInt(0);
        var found = query.path("order").asText().equals("occurred")
                ? ledger.story(code, after, limit + 1)
                : ledger.entries(code, after, limit + 1);
        return Page.of(found, limit, TimelineEntry::of, Entry::seq).answer(Paths.dossier(code) + "/entries", query);
    }

    @GetMapping(path = Paths.DOSSIERS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        var query = requests.query("listDossiers", request);
        var limit = Page.limit(query);
        var found = ledger.list(asked(query, caller, limit + 1));
        return Page.of(found, limit, states::line, Dossier::code).answer(Paths.DOSSIERS, query);
    }

    private static DossierQuery asked(JsonNode query, Caller caller, int limit) {
        var status = text(query, "status");
        return new DossierQuery(
                caller.scope(),
                text(query, "province"),
                text(query, "commune"),
                status == null ? null : DossierStatus.of(status),
                time(query, "receivedFrom"),
                time(query, "receivedTo"),
                text(query, "after"),
                limit);
    }

    private static @Nullable String text(JsonNode query, String name) {
        return query.path(name).textValue();
    }

    private static @Nullable OffsetDateTime time(JsonNode query, String name) {
        var text = text(query, name);
        return text == null ? null : OffsetDateTime.parse(text);
    }
}
