package vn.lienthong.hub.facade;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.problem.ProblemCode;
import vn.lienthong.hub.problem.Refusal;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.subscription.Subscription;
import vn.lienthong.hub.subscription.Subscriptions;

/** Lets upstream systems say where they want to be told what happens to their dossiers. */
@RestController
final class WebhookController {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Requests requests;
    private final Subscriptions subscriptions;

    WebhookController(Requests requests, Subscriptions subscriptions) {
        this.requests = requests;
        this.subscriptions = subscriptions;
    }

    record View(
            UUID id,
            String url,
            Collection<String> events,
            boolean enabled,
            @Nullable String reason,
            @Nullable Long waiting,
            OffsetDateTime createdAt,
            @Nullable String secret) {
        static View of(Subscriptions.Standing standing) {
            return of(standing.subscription(), standing.waiting(), null);
        }

        static View of(Subscriptions.Made made) {
            return of(made.subscription(), null, made.secret());
        }

        private static View of(Subscription of, @Nullable Long waiting, @Nullable String secret) {
            var events = new TreeSet<>(of.entries());
            return new View(of.id(), of.url(), events, of.isEnabled(), of.reason(), waiting, of.createdAt(), secret);
        }
    }

    record Views(List<View> items) {}

    @PostMapping(path = Paths.WEBHOOKS, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> subscribe(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        var body = requests.body("subscribe", request);
        var made = subscriptions.subscribe(body.get("url").asText(), events(body.path("events")), caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", Paths.WEBHOOKS + "/" + made.subscription().id())
                .contentType(APPLICATION_JSON)
                .body(Json.bytes(View.of(made)));
    }

    private static Set<String> events(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    @GetMapping(path = Paths.WEBHOOKS, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> list(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        requests.query("listSubscriptions", request);
        return json(new Views(subscriptions.all(caller).stream().map(View::of).toList()));
    }

    @GetMapping(path = Paths.WEBHOOK, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> one(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("getSubscription", request);
        return json(View.of(subscriptions.one(known(id), caller)));
    }

    @PatchMapping(path = Paths.WEBHOOK, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> change(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("changeSubscription", request);
        var events = body.has("events") ? events(body.get("events")) : null;
        return json(View.of(subscriptions.change(known(id), body.path("url").textValue(), events, caller)));
    }

    @DeleteMapping(path = Paths.WEBHOOK)
    ResponseEntity<Void> end(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("unsubscribe", request);
        subscriptions.end(known(id), caller);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(path = Paths.WEBHOOK_SECRET, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rotate(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("rotateSecret", request);
        return json(View.of(subscriptions.rotate(known(id), caller)));
    }

    @PostMapping(path = Paths.WEBHOOK_PING, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> ping(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request) {
        requests.query("pingSubscription", request);
        return json(subscriptions.ping(known(id), caller));
    }

    @PostMapping(path = Paths.WEBHOOK_RECOVER, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> recover(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        var body = requests.body("recoverSubscription", request);
        var since = OffsetDateTime.parse(body.get("since").asText());
        return json(View.of(subscriptions.recover(known(id), since, caller)));
    }

    /** A text that cannot be an id is the id of none. */
    private static UUID known(String id) {
        if (!UUID_FORM.matcher(id).matches()) {
            throw new Refusal(ProblemCode.SUBSCRIPTION_NOT_FOUND);
        }
        return UUID.fromString(id);
    }

    private static ResponseEntity<byte[]> json(Object body) {
        return ResponseEntity.ok().contentType(APPLICATION_JSON).body(Json.bytes(body));
    }
}
