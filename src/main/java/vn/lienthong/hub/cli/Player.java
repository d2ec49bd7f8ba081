package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.trial.Story;

/** Sends stories to the hub: many dossiers at a time, each in its own order. */
final class Player {
    private static final int TOO_MANY_REFUSALS = 20;
    private static final int KEY_BYTES = 16;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HubClient hub;
    private final int callers;
    private final Duration patience;
    private final Progress progress;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong replayed = new AtomicLong();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    Player(HubClient hub, int callers, Duration patience, Progress progress) {
        this.hub = hub;
        this.callers = callers;
        this.patience = patience;
        this.progress = progress;
    }

    Played play(List<Story> stories) {
        long start = System.nanoTime();
        long messages = stories.stream().mapToLong(Story::messages).sum();
        new Crew(callers, () -> progress.tell(line(stories.size(), messages, start))).work(stories, this::play);
        progress.end(line(stories.size(), messages, start));
        return new Played(sent.get(), replayed.get(), List.copyOf(refusals), since(start));
    }

    private void play(Story story) {
        try {
            send("/dossiers", story.registration());
            story.events().forEach(event -> send(Follow.path(story.code()) + "/events", event));
        } catch (Refused refused) {
            refusals.add(story.code() + ": " + refused.getMessage());
            if (refusals.size() >= TOO_MANY_REFUSALS) {
                progress.end("Too much is refused. Does the hub hold the dossiers of another --seed?");
                throw refused;
            }
        }
        done.incrementAndGet();
    }

    /** What got no answer, or "not now", is sent again: the key tells the hub that it is the same. */
    private void send(String path, JsonNode body) {
        var key = key(path, body);
        long start = System.nanoTime();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                count(hub.post(path, body, key));
                return;
            } catch (Unreachable e) {
                giveUpAfter(start, e);
            } catch (Refused e) {
                giveUpAfter(e.mayPass() ? start : Long.MIN_VALUE, e);
            }
            Pause.of(pause);
        }
    }

    /** The same for the same message, whenever it is played. */
    private static String key(String path, JsonNode body) {
        var content = Json.sha256((path + Json.text(body)).getBytes(StandardCharsets.UTF_8));
        return "trial-" + HexFormat.of().formatHex(content, 0, KEY_BYTES);
    }

    private void giveUpAfter(long start, RuntimeException failure) {
        if (start == Long.MIN_VALUE || since(start).compareTo(patience) > 0) {
            throw failure;
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void count(HubAnswer answer) {
        sent.incrementAndGet();
        if (answer.replayed()) {
            replayed.incrementAndGet();
        }
    }

    private String line(int dossiers, long messages, long start) {
        double seconds = since(start).toMillis() / 1000.0;
        double rate = sent.get() / Math.max(seconds, 0.001);
        return "Sending: %,d of %,d dossiers, %,d of %,d messages, %,.0f/s, %,.0f s to go"
                .formatted(
                        done.get(), dossiers, sent.get(), messages, rate, (messages - sent.get()) / Math.max(rate, 1));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
