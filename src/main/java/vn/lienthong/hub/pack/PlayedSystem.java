package vn.lienthong.hub.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** A system that is played by the simulator of its pack. Closed it listens no more. */
public interface PlayedSystem extends AutoCloseable {
    /** Of its folder. */
    String name();

    /** Keeps what it stores in a file, for the next time. */
    PlayedSystem keeping(Path file);

    /** Calls this hub by itself, where a script says so. */
    PlayedSystem calling(String hub);

    /** On any free port. */
    PlayedSystem start();

    PlayedSystem start(int port);

    /** Where it listens. */
    String url();

    /** Every switch with its description, for people. */
    JsonNode faults();

    /** Turns a switch on, or with false off; parameters are a map. */
    void fault(String fault, Object value);

    /** All switches back to their defaults. */
    void calm();

    /** Nothing is stored. */
    void forget();

    @Override
    void close();
}
