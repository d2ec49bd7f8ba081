package vn.lienthong.hub.facade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.intake.ReceivedMessages;
import vn.lienthong.hub.security.Caller;

/** One dead message, number 7, and one that was reported, number 8. */
final class PlayedReceived implements ReceivedMessages {
    private static Line line(long id, String state) {
        return new Line(
                id,
                "vnpost",
                "status",
                "t-" + id,
                state,
                state.equals("DEAD") ? "dossier.not-found" : null,
                null,
                4,
                0,
                FakeLedger.RECEIVED,
                FakeLedger.RECEIVED);
    }

    @Override
    public List<Line> list(@Nullable String system, @Nullable String state, long after, int limit) {
        return List.of(line(7, "DEAD"), line(8, "REPORTED")).stream()
                .filter(line -> state == null || line.state().equals(state))
                .filter(line -> line.id() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Line> find(long id) {
        return list(null, null, id - 1, 1).stream()
                .filter(line -> line.id() == id)
                .findFirst();
    }

    @Override
    public Optional<byte[]> raw(long id, Caller caller) {
        return find(id).map(line -> "1212".getBytes(UTF_8));
    }

    @Override
    public Optional<Line> retry(long id, Caller caller) {
        if (id == 8) {
            throw new NotDead();
        }
        return find(id).map(line -> line(id, "TAKEN"));
    }
}
