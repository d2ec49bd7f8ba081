package vn.lienthong.hub.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports to listen on. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int FIRST_OF_CONNECTIONS = 32_768;
    private static final int TRIES = 100;

    private Ports() {}

    /**
     * One that stays free while its server is down: it is none of those that the operating system gives to connections
     * that go out.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, FIRST_OF_CONNECTIONS)
                .limit(TRIES)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port is free"));
    }

    /** The wanted one, unless somebody else listens there. */
    static int freeOr(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("localhost", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
