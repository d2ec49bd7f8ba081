package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What somebody writes in an hour to empty a queue: so many threads that each call, look at the status, and call again, by
 * the JDK's own client. It maps nothing, remembers nothing, and loses what was under way when it is killed.
 */
final class HandWrittenLoop {
    private static final int OK = 200;
    private static final int MOST_BROKEN = 10;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final int threads;
    private final Supplier<String> bodies;
    private final AtomicInteger broken = new AtomicInteger();

    HandWrittenLoop(URI address, int threads, Supplier<String> bodies) {
        this.address = address;
        this.threads = threads;
        this.bodies = bodies;
    }

    /** Calls a second, once a fourth as many have warmed it up. */
    double perSecond(long calls) {
        run(calls / 4);
        var begin = System.nanoTime();
        run(calls);
        return calls * 1e9 / (System.nanoTime() - begin);
    }

    private void run(long calls) {
        var left = new AtomicLong(calls);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, threads)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> callWhile(left), executor))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private void callWhile(AtomicLong left) {
        while (left.getAndDecrement() > 0) {
            try {
                call();
            } catch (IOException e) {
                callAgain(left, e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One connection in some hundred thousand calls is closed by the client itself under its caller. */
    private void callAgain(AtomicLong left, IOException why) {
        if (broken.incrementAndGet() > MOST_BROKEN) {
            throw new UncheckedIOException(why);
        }
        left.incrementAndGet();
    }

    private void call() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Api-Key", "bench")
                .POST(HttpRequest.BodyPublishers.ofString(bodies.get()))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
    }
}
