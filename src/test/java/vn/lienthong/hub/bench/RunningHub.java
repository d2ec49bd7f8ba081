package vn.lienthong.hub.bench;

import java.util.function.Supplier;

/**
 * A hub that is ready.
 *
 * @param management the port of metrics and health
 * @param requests of all callers: no two are the same report
 */
record RunningHub(ChildJvm jvm, int port, int management, Requests requests) implements AutoCloseable {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    /** Callers that report. */
    Load reporting(int callers, Supplier<byte[]> reports) {
        return new Load(port, callers, ACCEPTED, reports);
    }

    /** Callers that ask. */
    Load asking(int callers) {
        return new Load(port, callers, OK, requests.questions());
    }

    /** Registers the dossiers 1 to n, and a few more. */
    void register(int dossiers) {
        var done = reporting(64, requests.registrations()).run(dossiers + 64L);
        if (done.errors() > 0) {
            throw new IllegalStateException("dossiers were not accepted: " + done);
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
