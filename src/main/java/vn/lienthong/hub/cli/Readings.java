package vn.lienthong.hub.cli;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.lienthong.hub.trial.Story;

/** Reads dossiers back from the hub. */
final class Readings {
    private static final String NOT_FOUND = "dossier.not-found";

    private final HubClient hub;
    private final int callers;
    private final Progress progress;

    Readings(HubClient hub, int callers, Progress progress) {
        this.hub = hub;
        this.callers = callers;
        this.progress = progress;
    }

    /** Those of the stories that the hub has. */
    List<Reading> of(List<Story> stories) {
        var readings = new ConcurrentLinkedQueue<Reading>();
        var crew = new Crew(
                callers, () -> progress.tell("Reading back: %,d of %,d".formatted(readings.size(), stories.size())));
        crew.work(stories, story -> read(story, readings));
        progress.end("Reading back: %,d of %,d".formatted(readings.size(), stories.size()));
        return List.copyOf(readings);
    }

    private void read(Story story, ConcurrentLinkedQueue<Reading> readings) {
        try {
            readings.add(Reading.of(hub.get(Follow.path(story.code())).body()));
        } catch (Refused refused) {
            if (!refused.code().equals(NOT_FOUND)) {
                throw refused;
            }
        }
    }
}
