package vn.lienthong.hub.facade;

import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.journey.JourneyState;
import vn.lienthong.hub.journey.JourneyView;
import vn.lienthong.hub.journey.Journeys;
import vn.lienthong.hub.security.Caller;

/** A journey that stands as a test says. */
final class PlayedJourneys implements Journeys {
    volatile JourneyState state = JourneyState.HELD;

    private JourneyView journey() {
        var part = new JourneyView.Part(
                "residence",
                "Đăng ký thường trú",
                "interlinked-services",
                "REFUSED",
                1,
                FakeLedger.RECEIVED,
                FakeLedger.RECEIVED,
                FakeLedger.RECEIVED,
                true,
                "timed-out",
                true,
                "Luật Cư trú");
        return new JourneyView("birth", "Khai sinh", "Nghị định 63/2024/NĐ-CP", state, List.of(part));
    }

    @Override
    public Optional<JourneyView> find(String dossier) {
        return dossier.equals(FacadeStory.DOSSIER) ? Optional.of(journey()) : Optional.empty();
    }

    @Override
    public JourneyView resume(String dossier, Caller by) {
        return decided();
    }

    @Override
    public JourneyView stop(String dossier, String reason, Caller by) {
        return decided();
    }

    private JourneyView decided() {
        if (state != JourneyState.HELD) {
            throw new NotHeld();
        }
        return journey();
    }
}
