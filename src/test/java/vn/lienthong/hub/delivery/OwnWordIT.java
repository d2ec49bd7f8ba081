package vn.lienthong.hub.delivery;

import static vn.lienthong.hub.Samples.event;

import org.junit.jupiter.api.Test;
import vn.lienthong.hub.HubStory;
import vn.lienthong.hub.ledger.EntryKind;
import vn.lienthong.hub.ledger.Submission;
import vn.lienthong.hub.security.Caller;

/** A system that reports by itself is not told its own words; all others are. */
class OwnWordIT extends HubStory {
    @Test
    void nobodyIsToldWhatItToldItself() {
        register(code);
        var step = event("step", "10:00:00");
        step.putObject("step").put("name", "Thẩm định hồ sơ");

        ledger.append(new Submission(Caller.ofSystem("public-service-portal"), null, code, EntryKind.STEP, step))
                .join();

        awaitAtCertification(code, "DELIVERED", "DELIVERED");
        awaitAtPortal(code, "DELIVERED");
    }
}
