package vn.lienthong.hub.facade;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.drift.Aspect;
import vn.lienthong.hub.drift.Drift;
import vn.lienthong.hub.drift.Drifts;
import vn.lienthong.hub.drift.Move;
import vn.lienthong.hub.drift.Vital;
import vn.lienthong.hub.security.Caller;

/** One drift, of whatever system. */
final class PlayedDrifts implements Drifts {
    @Override
    public List<Drift> list(@Nullable String system, boolean openOnly, int limit) {
        return List.of(drift(UUID.fromString(PlayedReconciliations.ID)));
    }

    @Override
    public Drift accept(UUID id, String note, Caller by) {
        return drift(id);
    }

    @Override
    public List<Vital> vitals() {
        return List.of();
    }

    private static Drift drift(UUID id) {
        return new Drift(
                id,
                "civil-status",
                "register",
                Aspect.SHAPE,
                "POST /hotich/1.0/dangKyHoTich 200",
                List.of(
                        new Move(Move.What.NEW, "/data/ghiChu", null, "string"),
                        new Move(Move.What.GONE, "/data/maHoSo", "string", null)),
                7L,
                1,
                FakeLedger.RECEIVED,
                null,
                null,
                null);
    }
}
