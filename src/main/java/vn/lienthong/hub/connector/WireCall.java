package vn.lienthong.hub.connector;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/** One request of a route and what came back, as far as it came. */
public final class WireCall {
    private final boolean signIn;
    private final String method;
    private final String path;
    private final Body sent;
    private final Body answer;
    private volatile @Nullable Integer status;
    private volatile @Nullable String date;
    private volatile @Nullable String failure;
    private volatile @Nullable X509Certificate certificate;

    WireCall(boolean signIn, String method, String path, int limit) {
        this.signIn = signIn;
        this.method = method;
        this.path = path;
        this.sent = new Body(limit);
        this.answer = new Body(limit);
    }

    /** The beginning of what passed, and how much passed. */
    public static final class Body {
        private final int limit;
        private final java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
        private long size;
        private volatile @Nullable String type;

        Body(int limit) {
            this.limit = limit;
        }

        void is(@Nullable String mediaType) {
            type = mediaType;
        }

        synchronized void passed(byte[] bytes, int from, int length) {
            kept.write(bytes, from, (int) Math.clamp(limit - size, 0L, length));
            size += length;
        }

        public synchronized byte[] bytes() {
            return kept.toByteArray();
        }

        public synchronized long size() {
            return size;
        }

        public @Nullable String type() {
            return type;
        }
    }

    void answered(int status, @Nullable String date) {
        this.status = status;
        this.date = date;
    }

    void failed(Throwable why) {
        failure = why.getClass().getSimpleName();
    }

    void shown(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /** Whether it asked for a session or token; then it has no bodies. */
    public boolean signIn() {
        return signIn;
    }

    public String method() {
        return method;
    }

    /** With the names of query parameters and without their values. */
    public String path() {
        return path;
    }

    public Body sent() {
        return sent;
    }

    public Body answer() {
        return answer;
    }

    public @Nullable Integer status() {
        return status;
    }

    /** The clock of whoever answered, in the form of HTTP. */
    public @Nullable String date() {
        return date;
    }

    /** Why there is no answer, or none that is whole. */
    public @Nullable String failure() {
        return failure;
    }

    /** Of whoever answered, where the call was made over TLS. */
    public @Nullable X509Certificate certificate() {
        return certificate;
    }
}
