package vn.lienthong.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.hub.contract.Contract;
import vn.lienthong.hub.contract.ContractedAnswers;
import vn.lienthong.hub.evidence.SamplePackage;
import vn.lienthong.hub.json.Json;

/** Speaks the contract of the hub, checks that both sides keep to it, and keeps dossiers in memory. */
final class FakeHub implements AutoCloseable {
    private static final Contract CONTRACT = Contract.load();
    private static final ContractedAnswers ANSWERS = new ContractedAnswers(CONTRACT);
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String AT = "2025-08-12T09:15:01+07:00";

    private final HttpServer server;
    private final ConcurrentMap<String, Kept> dossiers = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger longPolls = new AtomicInteger();
    private final FakeEvidence evidence = new FakeEvidence();
    private volatile int pollsUntilDelivered;
    private volatile String finalState = "DELIVERED";
    private volatile boolean tokenWorn;
    private volatile int busyAnswers;

    FakeHub() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** What was registered, and what was reported after it. */
    record Kept(ObjectNode registration, List<JsonNode> events) {}

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The legs stay pending for so many questions, then all take that state. */
    FakeHub deliverAfter(int polls, String state) {
        pollsUntilDelivered = polls;
        finalState = state;
        return this;
    }

    /** Tokens given so far are not taken any more. */
    void wearTokens() {
        tokenWorn = true;
    }

    /** The next so many reports are answered with "not now". */
    void busyFor(int reports) {
        busyAnswers = reports;
    }

    /** What it proves everything with. */
    void prove(SamplePackage sample) {
        evidence.sample(sample);
    }

    /** The addresses at which evidence was asked for. */
    List<String> asked() {
        return evidence.asked();
    }

    int tokens() {
        return tokens.get();
    }

    int longPolls() {
        return longPolls.get();
    }

    Map<String, Kept> dossiers() {
        return new TreeMap<>(dossiers);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/oauth2/token")) {
                token(exchange);
            } else if (!authenticated(exchange)) {
                problem(exchange, 401, "caller.token-invalid", "no good token");
            } else if (path.equals("/api/v1/systems")) {
                answer(exchange, 200, systems());
            } else if (path.startsWith("/api/v1/systems/")) {
                answer(exchange, 200, connection(exchange));
            } else if (path.equals("/api/v1/activity")) {
                answer(exchange, 200, activity());
            } else if (path.equals("/api/v1/drifts")) {
                answer(exchange, 200, drifts());
            } else if (path.startsWith("/api/v1/drifts/")) {
                answer(exchange, 200, drifts().at("/items/0"));
            } else if (path.equals("/api/v1/diagnosis")) {
                answer(exchange, 200, diagnosis());
            } else if (path.equals("/api/v1/deadlines/recheck")) {
                answer(exchange, 200, moved(exchange));
            } else if (path.equals(DOSSIERS)) {
                report(exchange, "registerDossier", "registered");
            } else if (path.endsWith("/events")) {
                report(exchange, "reportEvent", null);
            } else if (path.endsWith("/evidence/key")) {
                answer(exchange, 200, evidence.key());
            } else if (path.endsWith("/evidence")) {
                evidence.serve(exchange);
            } else if (path.endsWith("/recorded-messages")) {
                answer(exchange, 200, Json.MAPPER.createObjectNode().set("items", Json.MAPPER.createArrayNode()));
            } else if (path.endsWith("/exchanges")) {
                answer(exchange, 200, exchanges());
            } else if (path.endsWith("/deliveries")) {
                answer(exchange, 200, Json.MAPPER.createObjectNode().set("items", Json.MAPPER.createArrayNode()));
            } else if (path.endsWith("/entries")) {
                entries(exchange);
            } else {
                state(exchange);
            }
        }
    }

    private static JsonNode exchanges() {
        var exchanges = Json.MAPPER.createObjectNode();
        exchanges.put("delivery", 7).put("system", "civil-status").put("dossier", "H24.129-250812-0035");
        exchanges
                .put("operation", "register")
                .put("masked", true)
                .putObject("message")
                .put("name", "‹name›");
        var attempt = exchanges.putArray("attempts").addObject();
        attempt.put("n", 1).put("kind", "SEND").put("startedAt", AT).put("endedAt", AT);
        attempt.put("outcome", "refused").put("kept", true).putArray("mapped");
        var call = attempt.putArray("calls").addObject();
        call.put("signIn", false).put("method", "POST").put("path", "/hotich/1.0/dangKyHoTich");
        call.put("sent", "{}")
                .put("sentSize", 2)
                .put("status", 200)
                .put("answer", "sai kiểu")
                .put("answerSize", 9);
        return exchanges;
    }

    private void token(HttpExchange exchange) throws IOException {
        var basic = exchange.getRequestHeaders().getFirst("Authorization");
        var given = new String(java.util.Base64.getDecoder().decode(basic.substring("Basic ".length())), UTF_8);
        var client = given.substring(0, given.indexOf(':'));
        if (!given.equals(client + ":" + client + "-local-secret")) {
            plain(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        tokenWorn = false;
        plain(exchange, 200, "application/json", "{\"access_token\":\"t%d\"}".formatted(tokens.incrementAndGet()));
    }

    private boolean authenticated(HttpExchange exchange) {
        return !tokenWorn
                && ("Bearer t" + tokens).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private synchronized void report(
            HttpExchange exchange, String operation, @org.jspecify.annotations.Nullable String kind)
            throws IOException {
        var body = Json.parse(exchange.getRequestBody().readAllBytes());
        if (busyAnswers > 0) {
            busyAnswers--;
            problem(exchange, 503, "hub.unavailable", "not now");
            return;
        }
        var wrong = CONTRACT.requestSchema(operation).check(body);
        if (!wrong.isEmpty()) {
            problem(exchange, 422, "request.invalid", wrong.toString());
            return;
        }
        var code = kind == null ? code(exchange) : body.get("code").asText();
        if (kind == null) {
            event(exchange, code, body);
        } else {
            register(exchange, code, body);
        }
    }

    private void register(HttpExchange exchange, String code, JsonNode body) throws IOException {
        var kept = dossiers.putIfAbsent(code, new Kept((ObjectNode) body, new java.util.ArrayList<>()));
        if (kept != null && !kept.registration.equals(body)) {
            problem(exchange, 409, "dossier.already-registered", "registered with other content");
            return;
        }
        accepted(exchange, code, 1, "registered", kept != null);
    }

    private void event(HttpExchange exchange, String code, JsonNode body) throws IOException {
        var kept = dossiers.get(code);
        if (kept == null) {
            problem(exchange, 404, "dossier.not-found", "no such dossier");
            return;
        }
        boolean replayed = kept.events.contains(body);
        if (!replayed) {
            kept.events.add(body);
        }
        accepted(
                exchange, code, 2 + kept.events.indexOf(body), body.get("event").asText(), replayed);
    }

    private static void accepted(HttpExchange exchange, String code, int seq, String event, boolean replayed)
            throws IOException {
        if (replayed) {
            exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
        }
        answer(
                exchange,
                202,
                Json.MAPPER
                        .createObjectNode()
                        .put("dossier", code)
                        .put("entry", UUID.randomUUID().toString())
                        .put("seq", seq)
                        .put("event", event)
                        .put("recordedAt", AT));
    }

    private void state(HttpExchange exchange) throws IOException {
        var kept = dossiers.get(code(exchange));
        if (kept == null) {
            problem(exchange, 404, "dossier.not-found", "no such dossier");
            return;
        }
        if (exchange.getRequestHeaders().containsKey("If-None-Match")) {
            assertThat(exchange.getRequestURI().getQuery()).matches("wait=\\d+");
            longPolls.incrementAndGet();
        }
        var state = pollsUntilDelivered > 0 ? "PENDING" : finalState;
        pollsUntilDelivered = Math.max(0, pollsUntilDelivered - 1);
        var dossier = dossier(kept, state);
        var tag = '"' + Integer.toHexString(dossier.hashCode()) + '"';
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            answer(exchange, 200, dossier);
        }
    }

    /** Two pages: one due time moves, the other cannot be reckoned any more. */
    private static ObjectNode moved(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        assertThat(CONTRACT.querySchema("recheckDeadlines")
                        .read(parameters(query))
                        .violations())
                .isEmpty();
        var first = !query.contains("after=");
        var page = Json.MAPPER.createObjectNode().put("checked", 600).put("moved", 1);
        var item = page.putArray("items")
                .addObject()
                .put("code", first ? "H24.129-251229-0001" : "H24.129-251230-0001")
                .put("procedure", "1.004222")
                .put("channel", "counter")
                .put("status", "processing")
                .put("receivedAt", "2025-12-29T09:00:00+07:00");
        due(item.putObject("issued"), "2026-01-08T09:00:00+07:00", "2025-10-17-aa");
        if (first) {
            due(item.put("minutes", 480).putObject("now"), "2026-01-09T09:00:00+07:00", "2025-12-25-bb");
            return page.put("next", "H24.129-251229-0001");
        }
        item.put("problem", "procedure.unknown");
        return page;
    }

    private static void due(ObjectNode due, String at, String calendar) {
        due.put("dueAt", at).put("calendarVersion", calendar).put("ruleVersion", "2024-01-01 7 working days");
    }

    private static Map<String, String[]> parameters(String query) {
        var parameters = new TreeMap<String, String[]>();
        for (var pair : query.split("&")) {
            parameters.put(pair.substring(0, pair.indexOf('=')), new String[] {pair.substring(pair.indexOf('=') + 1)});
        }
        return parameters;
    }

    private static ObjectNode dossier(Kept kept, String state) {
        var dossier = Json.MAPPER.createObjectNode();
        for (var field : List.of("code", "procedure", "channel", "unit")) {
            dossier.set(field, kept.registration.get(field));
        }
        var receivedAt = kept.registration.get("receivedAt").asText();
        dossier.put("status", "received").put("lastSeq", 1 + kept.events.size());
        var times = dossier.putObject("times")
                .put("receivedAt", receivedAt)
                .put("recordedAt", AT)
                .put("statusAt", AT);
        kept.events.stream()
                .filter(event -> List.of("result-signed", "refused", "withdrawn")
                        .contains(event.get("event").asText()))
                .forEach(event -> times.set("finishedAt", event.get("occurredAt")));
        dossier.putObject("deadline")
                .put("dueAt", "2025-12-31T17:00:00+07:00")
                .put("issuedDueAt", "2025-12-30T17:00:00+07:00")
                .put("minutesLeft", -1380)
                .put("source", "computed");
        legs(dossier.putArray("legs"), kept, state, receivedAt);
        return dossier;
    }

    private static void legs(ArrayNode legs, Kept kept, String state, String receivedAt) {
        for (var system : List.of("event-stream", "public-service-portal")) {
            leg(legs, system, state, receivedAt);
        }
        var procedure = kept.registration.get("procedure").asText();
        if (List.of("2.000815", "2.000884", "2.000908").contains(procedure)) {
            leg(legs, "e-certification", state, receivedAt);
        } else if (List.of("1.001193", "1.000656", "1.000894", "1.004873", "2.000635")
                .contains(procedure)) {
            leg(legs, "civil-status", state, receivedAt);
        }
    }

    private static void leg(ArrayNode legs, String system, String state, String receivedAt) {
        var leg = legs.addObject();
        if (state.equals("REFUSED")) {
            leg.putObject("advice")
                    .put("id", system + "/any")
                    .put("means", "Thiếu tờ khai")
                    .put("turn", "upstream")
                    .put("todo", "Bổ sung tờ khai");
        }
        leg.put("system", system)
                .put("title", system.toUpperCase(java.util.Locale.ROOT))
                .put("operation", "register")
                .put("state", state)
                .put("attempts", 1)
                .put("lastAnswer", "Đã nhận")
                .putObject("storedTimes")
                .put("receivedAt", receivedAt);
    }

    private void entries(HttpExchange exchange) throws IOException {
        var kept = dossiers.get(code(exchange));
        var after = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1"));
        var page = Json.MAPPER.createObjectNode();
        var items = page.putArray("items");
        if (after == 0) {
            entry(items, 1, "registered", kept.registration.get("receivedAt"));
            page.put("next", 1);
        } else {
            for (int i = 0; i < kept.events.size(); i++) {
                var event = kept.events.get(i);
                entry(items, i + 2, event.get("event").asText(), event.get("occurredAt"));
            }
        }
        answer(exchange, 200, page);
    }

    private static void entry(ArrayNode items, int seq, String event, JsonNode occurredAt) {
        var item = items.addObject()
                .put("id", UUID.randomUUID().toString())
                .put("seq", seq)
                .put("event", event)
                .put("receivedAt", AT)
                .put("recordedAt", AT);
        item.set("occurredAt", occurredAt);
    }

    private static JsonNode connection(HttpExchange exchange) {
        return Json.MAPPER
                .createObjectNode()
                .put("system", code(exchange))
                .put("reached", false)
                .put("outcome", "unreachable")
                .put("millis", 1204)
                .put("cause", "không gọi được: không kết nối được");
    }

    private static JsonNode activity() {
        return Json.parse("""
                {"at": "%1$s", "nodes": [{"id": "0198a000-0000-7000-8000-000000000001", "host": "hub-1", "version": "1.0",
                "java": "25", "edition": 3, "clockAhead": 2, "diskFree": 1, "startedAt": "%1$s", "seenAt": "%1$s",
                "alive": true, "attempts": {"civil-status": 42}}],
                "systems": [{"id": "vnpost", "title": "Bưu điện", "breaker": "closed", "waiting": 0, "inFlight": 0,
                "uncertain": 0, "held": 0, "attempts": 0}, {"id": "civil-status", "title": "Hộ tịch", "breaker": "open",
                "waiting": 1200, "inFlight": 8, "uncertain": 1, "held": 2, "oldestAt": "2025-08-12T08:10:00+07:00",
                "attempts": 42}],
                "runs": [{"kind": "REPAIR", "id": "0198a000-0000-7000-8000-000000000002", "what": "RETRY",
                "state": "RUNNING", "done": 165, "of": 271, "startedBy": "ops", "startedAt": "%1$s"}]}""".formatted(AT).getBytes(UTF_8));
    }

    private static JsonNode drifts() {
        return Json.parse("""
                {"items": [{"id": "0198a000-0000-7000-8000-000000000003", "system": "civil-status", "operation": "register",
                "aspect": "SHAPE", "place": "POST /hotich/1.0/dangKyHoTich 200", "moves": [
                {"what": "NEW", "where": "/data/ghiChu", "now": "string"},
                {"what": "TYPE", "where": "/data/phi", "before": "number", "now": "string"}],
                "delivery": 7, "attempt": 1, "noticedAt": "%s"}]}""".formatted(AT).getBytes(UTF_8));
    }

    private static JsonNode diagnosis() {
        return Json.parse("""
                {"items": [{"code": "database", "severity": "OK", "subject": "database", "en": "PostgreSQL 18", "vi": "x"},
                {"code": "broker.away", "severity": "ERROR", "subject": "Kafka", "en": "does not answer",
                "vi": "không trả lời", "todoEn": "Look after Kafka.", "todoVi": "Kiểm tra Kafka."}]}""".getBytes(UTF_8));
    }

    private static JsonNode systems() {
        var systems = Json.MAPPER.createObjectNode();
        systems.putArray("items")
                .addObject()
                .put("id", "event-stream")
                .put("title", "Luồng sự kiện")
                .put("breaker", "CLOSED")
                .put("pending", 0)
                .put("uncertain", 0)
                .put("parked", 2)
                .put("refused", 1)
                .put("delivered", 12345)
                .put("skipped", 0)
                .put("lastTrouble", "quá giờ");
        return systems;
    }

    private static String code(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().split("/")[4];
    }

    private static void problem(HttpExchange exchange, int status, String code, String detail) throws IOException {
        var problem = Json.MAPPER
                .createObjectNode()
                .put("type", "/docs/problems#" + code)
                .put("title", "It cannot be taken")
                .put("status", status)
                .put("detail", detail)
                .put("code", code)
                .put("message", "Không thể tiếp nhận")
                .put("faultId", UUID.randomUUID().toString());
        answer(exchange, status, "application/problem+json", problem);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        answer(exchange, status, "application/json", body);
    }

    private static void answer(HttpExchange exchange, int status, String mediaType, JsonNode body) throws IOException {
        var path = exchange.getRequestURI().getPath();
        assertThat(ANSWERS.check(exchange.getRequestMethod(), path, status, mediaType, Json.text(body)))
                .isEmpty();
        plain(exchange, status, mediaType, Json.text(body));
    }

    private static void plain(HttpExchange exchange, int status, String mediaType, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
