package vn.lienthong.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * A system that answers every request with the same body, after a while. One thread, whatever waits: the answers of one
 * delay fall due in the order of the requests.
 */
final class FixedBackend implements AutoCloseable {
    private final ServerSocketChannel door;
    private final Selector selector;
    private final byte[] answer;
    private final ArrayDeque<Due> due = new ArrayDeque<>();
    private volatile long delayNanos;
    private volatile boolean closed;

    private record Due(SocketChannel to, long at) {}

    FixedBackend(String contentType, String body) {
        this.answer = http(contentType, body);
        try {
            selector = Selector.open();
            door = ServerSocketChannel.open();
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
            door.configureBlocking(false);
            door.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().name("backend").daemon().start(this::run);
    }

    private static byte[] http(String contentType, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(contentType, bytes.length);
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    int port() {
        return door.socket().getLocalPort();
    }

    void delay(Duration delay) {
        delayNanos = delay.toNanos();
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(patience());
                for (var keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
                    serve(keys.next());
                    keys.remove();
                }
                answerDue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Milliseconds until the next answer; zero means for ever. */
    private long patience() {
        return due.isEmpty() ? 100 : Math.max(1, (due.getFirst().at - System.nanoTime()) / 1_000_000);
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (((AnswerReader) key.attachment()).read((SocketChannel) key.channel())) {
                ((AnswerReader) key.attachment()).reset();
                answerLater((SocketChannel) key.channel());
            }
        } catch (IOException gone) {
            key.cancel();
            closeQuietly(key);
        }
    }

    private void accept() throws IOException {
        for (var caller = door.accept(); caller != null; caller = door.accept()) {
            caller.configureBlocking(false);
            caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
            caller.register(selector, SelectionKey.OP_READ, new AnswerReader());
        }
    }

    private void answerLater(SocketChannel to) throws IOException {
        if (delayNanos == 0) {
            to.write(ByteBuffer.wrap(answer));
        } else {
            due.add(new Due(to, System.nanoTime() + delayNanos));
        }
    }

    private void answerDue() throws IOException {
        var now = System.nanoTime();
        while (!due.isEmpty() && due.getFirst().at <= now) {
            var next = due.removeFirst();
            if (next.to.isOpen()) {
                next.to.write(ByteBuffer.wrap(answer));
            }
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException ignored) {
            // it is gone, which is all that is wanted
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }
}
