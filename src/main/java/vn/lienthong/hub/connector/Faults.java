package vn.lienthong.hub.connector;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelExecutionException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.connector.Outcome.Refused;
import vn.lienthong.hub.connector.Outcome.Uncertain;
import vn.lienthong.hub.connector.Outcome.Unreachable;

/**
 * What a failed call tells: whether the system can have got the message. In doubt, it can. The texts are read by the
 * people of an office; what only an integrator can use stands in brackets.
 */
final class Faults {
    /** Thrown before a byte of the message has left. */
    private static final Set<Class<? extends Exception>> BEFORE_SENDING = Set.of(
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            ConnectTimeoutException.class,
            java.net.http.HttpConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            SSLHandshakeException.class);

    /** How the Kafka client says that it never found a broker to send to; it has no type for it. */
    private static final String NO_BROKER = "not present in metadata";

    static final String NO_ANSWER = "không có trả lời trong thời gian chờ";

    private static final int DEEPEST = 12;

    private Faults() {}

    static Outcome of(Throwable failure) {
        if (find(failure, Papers.Unreadable.class) != null) {
            return new Unreachable("hub.papers", "chưa đọc được tệp đính kèm trong trục, nên chưa gửi", false);
        }
        if (find(failure, RequestNotMapped.class) instanceof RequestNotMapped unmapped) {
            return new Refused(
                    "hub.mapping",
                    "không chuyển được nội dung sang dạng của hệ thống này" + aside(unmapped.getMessage()));
        }
        for (var type : BEFORE_SENDING) {
            if (find(failure, type) != null) {
                return new Unreachable("hub.unreachable", words(type), false);
            }
        }
        if (find(failure, org.apache.kafka.common.errors.TimeoutException.class) instanceof Exception late
                && String.valueOf(late.getMessage()).contains(NO_BROKER)) {
            return new Unreachable("hub.broker", "không máy chủ Kafka nào trả lời", false);
        }
        if (find(failure, SocketTimeoutException.class) != null
                || find(failure, TimeoutException.class) != null
                || find(failure, java.net.http.HttpTimeoutException.class) != null) {
            return new Uncertain("hub.timeout", NO_ANSWER);
        }
        if (find(failure, ReplyNotMapped.class) instanceof ReplyNotMapped unread) {
            return new Uncertain("hub.unreadable-answer", "không đọc được câu trả lời" + aside(unread.getMessage()));
        }
        return new Uncertain(
                "hub.broken-call",
                "kết nối đứt giữa chừng" + aside(root(failure).getClass().getSimpleName()));
    }

    private static String words(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UnknownHostException" -> "không tìm thấy địa chỉ của hệ thống này";
            case "SSLHandshakeException" -> "không lập được kết nối tin cậy (TLS)";
            case "ConnectionRequestTimeoutException" -> "hết kết nối rỗi, chưa gửi được";
            default -> "không kết nối được";
        };
    }

    private static String aside(@Nullable String detail) {
        return detail == null || detail.isBlank() ? "" : " [" + detail + "]";
    }

    static @Nullable Throwable find(Throwable failure, Class<? extends Throwable> type) {
        Throwable at = failure;
        for (var depth = 0; at != null && depth < DEEPEST; depth++) {
            if (type.isInstance(at)) {
                return at;
            }
            at = at.getCause();
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        var at =
                failure instanceof CamelExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        for (var depth = 0; at.getCause() != null && depth < DEEPEST; depth++) {
            at = at.getCause();
        }
        return at;
    }

    /** The content cannot be said in the system's words; nothing was sent. */
    static final class RequestNotMapped extends RuntimeException {
        RequestNotMapped(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The answer cannot be read. */
    static final class ReplyNotMapped extends RuntimeException {
        ReplyNotMapped(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** A status that tells all there is to tell. */
    static final class FailedStatus extends java.io.IOException {
        private final int status;
        private final boolean platformFault;

        FailedStatus(int status, boolean platformFault) {
            super("status " + status);
            this.status = status;
            this.platformFault = platformFault;
        }

        int status() {
            return status;
        }

        boolean platformFault() {
            return platformFault;
        }
    }
}
