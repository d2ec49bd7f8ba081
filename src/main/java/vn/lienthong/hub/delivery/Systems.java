package vn.lienthong.hub.delivery;

import java.util.Collection;
import java.util.List;

/** Every system with what waits for it. */
public interface Systems {
    List<SystemState> all();

    /** What is not at an end for some systems, by operation. */
    List<Waiting> waiting(Collection<String> systems);

    /**
     * Deliveries of one operation.
     *
     * @param toSend on their way, by themselves
     * @param held refused or parked, for a person
     */
    record Waiting(String system, String operation, long toSend, long held) {}
}
