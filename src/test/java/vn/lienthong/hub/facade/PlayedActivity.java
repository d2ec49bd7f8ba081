package vn.lienthong.hub.facade;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lienthong.hub.activity.Activity;
import vn.lienthong.hub.activity.Node;
import vn.lienthong.hub.activity.Queue;
import vn.lienthong.hub.activity.Run;

/** One node, one queue and one run of each kind. */
final class PlayedActivity {
    private static final UUID ID = UUID.fromString(PlayedReconciliations.ID);

    static final Activity ONE = new Activity(
            FakeLedger.RECEIVED,
            List.of(new Node(
                    ID,
                    "hub-1",
                    "1.0",
                    "25",
                    3,
                    -2,
                    1L << 34,
                    FakeLedger.RECEIVED,
                    FakeLedger.RECEIVED,
                    true,
                    Map.of("civil-status", 42L))),
            List.of(new Queue("civil-status", "Hộ tịch", "open", 12, 3, 1, 2, FakeLedger.RECEIVED, 42)),
            List.of(
                    new Run(
                            Run.Kind.RECONCILIATION,
                            ID,
                            null,
                            "civil-status",
                            "COMPARING",
                            120,
                            null,
                            "ops",
                            FakeLedger.RECEIVED),
                    new Run(
                            Run.Kind.REPAIR,
                            ID,
                            "RETRY",
                            "civil-status",
                            "RUNNING",
                            165,
                            271L,
                            "ops",
                            FakeLedger.RECEIVED)));

    private PlayedActivity() {}
}
