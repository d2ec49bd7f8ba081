package vn.lienthong.hub.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.security.Caller;

/** What systems sent, for those who look after what nobody could read. */
public interface ReceivedMessages {
    /**
     * One message without what stands in it.
     *
     * @param message the system's own id of it, or a hash
     * @param bytes how large it is
     * @param tries how often a node looked again
     */
    record Line(
            long id,
            String system,
            String name,
            String message,
            String state,
            @Nullable String cause,
            @Nullable String detail,
            int bytes,
            int tries,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime settledAt) {}

    /** Oldest first, behind an id. */
    List<Line> list(@Nullable String system, @Nullable String state, long after, int limit);

    Optional<Line> find(long id);

    /** The message as it came, with all that stands in it; who asked is on record before it is given. */
    Optional<byte[]> raw(long id, Caller caller);

    /**
     * Puts back what is dead: a node reads and reports it again.
     *
     * @return as it stands now; nothing when there is no such message
     * @throws NotDead when there is nothing to put back
     */
    Optional<Line> retry(long id, Caller caller);

    /** It is being reported, or was. */
    final class NotDead extends RuntimeException {
        public NotDead() {
            super(null, null, false, false);
        }
    }
}
