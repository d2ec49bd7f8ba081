package vn.lienthong.hub.facade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierQuery;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.DossierStatus;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Ledger;
import vn.lienthong.hub.ledger.Receipt;
import vn.lienthong.hub.ledger.Submission;

/** A ledger that keeps what tests put into it and writes down what it is asked to append. */
final class FakeLedger implements Ledger {
    static final OffsetDateTime RECEIVED = OffsetDateTime.parse("2025-08-12T02:15:00Z");

    final List<Submission> submissions = new CopyOnWriteArrayList<>();
    final List<DossierQuery> queries = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final Semaphore news = new Semaphore(0);
    volatile Consumer<Duration> onWait = this::awaitNews;

    private final Map<String, Dossier> dossiers = new ConcurrentSkipListMap<>();
    private final Map<String, List<Entry>> entries = new ConcurrentSkipListMap<>();
    private volatile Function<Submission, CompletableFuture<Receipt>> verdict = FakeLedger::accept;

    void forget() {
        submissions.clear();
        queries.clear();
        waits.clear();
        dossiers.clear();
        entries.clear();
        news.drainPermits();
        verdict = FakeLedger::accept;
    }

    void judge(Function<Submission, CompletableFuture<Receipt>> other) {
        verdict = other;
    }

    void refuse(RuntimeException why) {
        verdict = submission -> CompletableFuture.failedFuture(why);
    }

    void put(String code, String province, String commune, DossierStatus status) {
        put(code, province, commune, new DossierState(status, RECEIVED, null, null, List.of(), List.of(), List.of()));
    }

    void put(String code, String province, String commune, DossierState state) {
        dossiers.put(
                code,
                new Dossier(
                        code,
                        province,
                        commune,
                        "1.001193",
                        "HT",
                        "counter",
                        RECEIVED,
                        "upstream-dai-son",
                        RECEIVED.plusHours(8),
                        "computed",
                        "2025-1",
                        "2024-01-01 8 working hours, online 4 working hours",
                        null,
                        1,
                        RECEIVED.plusSeconds(1),
                        body(),
                        state));
    }

    private static JsonNode body() {
        var body = Json.MAPPER.createObjectNode();
        body.putObject("applicant").put("idNumber", "030085000000");
        return body;
    }

    void enter(String code, EntryKind kind, JsonNode body) {
        var list = entries.computeIfAbsent(code, c -> new CopyOnWriteArrayList<>());
        list.add(new Entry(
                UUID.randomUUID(),
                code,
                list.size() + 1,
                kind,
                RECEIVED,
                RECEIVED,
                RECEIVED.plusSeconds(1),
                "upstream-dai-son",
                body,
                Objects.requireNonNull(dossiers.get(code)).state(),
                null));
    }

    static CompletableFuture<Receipt> accept(Submission submission) {
        return CompletableFuture.completedFuture(receipt(submission, false));
    }

    static Receipt receipt(Submission submission, boolean replayed) {
        return new Receipt(
                submission.dossier(), UUID.randomUUID(), 1, submission.kind(), RECEIVED.plusSeconds(1), replayed);
    }

    @Override
    public CompletableFuture<Receipt> append(Submission submission) {
        submissions.add(submission);
        return verdict.apply(submission);
    }

    @Override
    public boolean isAwaited() {
        return false;
    }

    @Override
    public Optional<Dossier> find(String code) {
        return Optional.ofNullable(dossiers.get(code));
    }

    @Override
    public List<Entry> entries(String code, int afterSeq, int limit) {
        return entries.getOrDefault(code, List.of()).stream()
                .filter(entry -> entry.seq() > afterSeq)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Entry> story(String code, int afterSeq, int limit) {
        return entries(code, afterSeq, limit);
    }

    @Override
    public List<Dossier> list(DossierQuery query) {
        queries.add(query);
        var after = query.after() == null ? "" : query.after();
        return new ArrayList<>(dossiers.values())
                .stream()
                        .filter(dossier -> dossier.code().compareTo(after) > 0)
                        .filter(dossier -> query.scope().covers(dossier.province(), dossier.commune()))
                        .limit(query.limit())
                        .toList();
    }

    @Override
    public void changed(String code, Duration wait) {
        waits.add(wait);
        onWait.accept(wait);
    }

    private void awaitNews(Duration wait) {
        try {
            news.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
