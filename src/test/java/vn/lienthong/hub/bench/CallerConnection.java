package vn.lienthong.hub.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One caller's kept-alive connection: writes a request, reads one answer. */
final class CallerConnection {
    private static final int BROKEN = -1;

    private final InetSocketAddress address;
    private final Selector selector;
    private final AnswerReader answer = new AnswerReader();
    private SocketChannel channel;
    private SelectionKey key;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private long began;
    private long nanos;
    private int status;
    private String text = "";

    CallerConnection(InetSocketAddress address, Selector selector) throws IOException {
        this.address = address;
        this.selector = selector;
        this.channel = SocketChannel.open(address);
        this.key = register();
    }

    private SelectionKey register() throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** @param due when the call should have begun, in nanoseconds of this JVM */
    void call(byte[] bytes, long due) throws IOException {
        request = ByteBuffer.wrap(bytes);
        began = due;
        write();
    }

    private void write() throws IOException {
        channel.write(request);
        key.interestOps(request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Whether the call has ended. */
    boolean proceed() throws IOException {
        try {
            if (request.hasRemaining()) {
                write();
            }
            if (!answer.read(channel)) {
                return false;
            }
            status = answer.status();
            text = status < 300 ? "" : answer.text();
            nanos = System.nanoTime() - began;
            if (answer.closes()) {
                reconnect();
            }
        } catch (IOException e) {
            status = BROKEN;
            text = e.toString();
            reconnect();
        }
        answer.reset();
        return true;
    }

    private void reconnect() throws IOException {
        close();
        channel = SocketChannel.open(address);
        key = register();
    }

    int status() {
        return status;
    }

    /** Of an answer that is no success. */
    String text() {
        return text;
    }

    long nanos() {
        return nanos;
    }

    void close() throws IOException {
        key.cancel();
        channel.close();
    }
}
