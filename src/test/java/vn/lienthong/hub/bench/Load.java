package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Callers that each wait for their answer and call again, at once or at a pace. All of them are one thread on one
 * selector, because the machine's few cores are shared with what is measured: a call costs this side about ten
 * microseconds.
 */
final class Load {
    private static final double SECOND = 1e9;
    /** Until as many calls end as begin. */
    private static final Duration LEAD_IN = Duration.ofSeconds(1);

    private final int port;
    private final int callers;
    private final Supplier<byte[]> requests;
    private final int expected;
    private long[] latencies = new long[1 << 16];
    private final ArrayDeque<CallerConnection> idle = new ArrayDeque<>();
    private double pause;
    private double next;
    private int count;
    private boolean counting;
    private long most;
    private int errors;
    private String firstError = "";

    /** @param expected the HTTP status of a call that succeeded */
    Load(int port, int callers, int expected, Supplier<byte[]> requests) {
        this.port = port;
        this.callers = callers;
        this.expected = expected;
        this.requests = requests;
    }

    /** So many calls a second, as long as callers are free; a call's time counts from when it was due. */
    Load at(int perSecond) {
        pause = SECOND / perSecond;
        return this;
    }

    /** Calls that end in the time are counted, after a lead-in: neither the first wave nor the last distorts the rate. */
    Measured run(Duration time) {
        return run(LEAD_IN, time, Long.MAX_VALUE);
    }

    /** About so many calls, however long they take. */
    Measured run(long calls) {
        return run(Duration.ZERO, Duration.ofHours(1), calls);
    }

    private Measured run(Duration leadIn, Duration time, long calls) {
        most = calls;
        counting = false;
        count = 0;
        errors = 0;
        firstError = "";
        idle.clear();
        try (var selector = Selector.open()) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            for (var i = 0; i < callers; i++) {
                idle.add(new CallerConnection(address, selector));
            }
            return loop(selector, leadIn, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Measured loop(Selector selector, Duration leadIn, Duration time) throws IOException {
        next = System.nanoTime();
        call(selector, leadIn);
        counting = true;
        var begin = System.nanoTime();
        call(selector, time);
        var wholeTime = System.nanoTime() - begin;
        counting = most < Long.MAX_VALUE;
        while (idle.size() < callers) {
            selector.select(1);
            hear(selector);
        }
        var nanos = counting ? System.nanoTime() - begin : wholeTime;
        for (var connection : idle) {
            connection.close();
        }
        return Measured.of(latencies, count, errors, firstError, nanos);
    }

    private void call(Selector selector, Duration time) throws IOException {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end && count + errors <= most - callers) {
            callDue();
            selector.select(1);
            hear(selector);
        }
    }

    private void callDue() throws IOException {
        for (var now = System.nanoTime(); !idle.isEmpty() && (pause == 0 || next <= now); next += pause) {
            idle.removeFirst().call(requests.get(), pause == 0 ? now : (long) next);
        }
    }

    private void hear(Selector selector) throws IOException {
        for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            var connection = (CallerConnection) keys.next().attachment();
            keys.remove();
            if (connection.proceed()) {
                note(connection);
                idle.addLast(connection);
            }
        }
    }

    private void note(CallerConnection connection) {
        if (connection.status() != expected) {
            errors++; // also before and after: nobody's call may fail
            firstError = errors == 1 ? connection.text() : firstError;
            return;
        }
        if (!counting) {
            return;
        }
        if (count == latencies.length) {
            latencies = Arrays.copyOf(latencies, count * 2);
        }
        latencies[count++] = connection.nanos();
    }
}
