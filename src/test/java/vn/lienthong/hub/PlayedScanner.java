package vn.lienthong.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Plays a ClamAV daemon: whatever holds {@link #HARMFUL} is harmful, and it can be broken. */
public final class PlayedScanner {
    public static final String HARMFUL = "X5O!P%@AP-SAMPLE-ANTIVIRUS-TEST-FILE";

    private final ServerSocket door;
    private volatile String broken = "";

    private PlayedScanner(ServerSocket door) {
        this.door = door;
    }

    public static PlayedScanner start() {
        try {
            var scanner = new PlayedScanner(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("scanner").start(scanner::serve);
            return scanner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "localhost:" + door.getLocalPort();
    }

    /** Answers this to everything, or nothing at all where it is blank. */
    public void breaks(String reply) {
        broken = reply;
    }

    public void calm() {
        broken = "";
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            var in = new DataInputStream(new java.io.BufferedInputStream(caller.getInputStream()));
            in.readNBytes("zINSTREAM\0".length());
            var harmful = false;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                harmful |= new String(in.readNBytes(length), UTF_8).contains(HARMFUL);
            }
            var said = harmful ? "stream: Sample-Test FOUND" : "stream: OK";
            var reply = broken.isEmpty() ? said : broken.strip();
            caller.getOutputStream().write((reply + "\0").getBytes(US_ASCII));
        } catch (IOException e) {
            // the caller is gone
        }
    }
}
