package vn.lienthong.hub.simulator;

import java.nio.file.Path;
import vn.lienthong.hub.pack.PlayedSystem;
import vn.lienthong.hub.pack.Simulators;

/** How the hub finds simulators, whether they are on its class path or in the jar beside it. */
public final class PlayedByWireMock implements Simulators {
    @Override
    public PlayedSystem of(Path pack) {
        return Simulator.of(pack);
    }
}
