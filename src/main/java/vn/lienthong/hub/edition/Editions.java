package vn.lienthong.hub.edition;

import java.util.List;
import java.util.Optional;
import vn.lienthong.hub.security.Caller;

/** The editions of the hub's files: what was live, what is, and what would be. */
public interface Editions {
    /** The number of what this node runs; 0 of a hub that keeps no editions. */
    long running();

    /** What applying the files would do; nothing is changed. */
    Plan plan(EditionFiles files);

    /**
     * Puts the files live.
     *
     * @param base the edition they were planned against
     * @return the edition that runs now: the one there was, when the files are its own
     * @throws NotLive when another edition is
     * @throws vn.lienthong.hub.live.Unsound with every mistake of the files; everything runs on as it did
     */
    EditionRecord apply(long base, String why, EditionFiles files, Caller by);

    /** The same with the files of a former edition, which must exist. */
    EditionRecord restore(long number, long base, String why, Caller by);

    Optional<EditionRecord> find(long number);

    /** Newest first, those below the number. */
    List<EditionRecord> before(long number, int most);

    /** What the later one has other than the earlier one; both must exist. */
    Comparison compare(long earlier, long later);

    /** Of an edition that exists. */
    EditionFiles files(long number);

    /** Another edition than was said is live. */
    final class NotLive extends RuntimeException {
        private final long live;

        public NotLive(long live) {
            super(null, null, false, false);
            this.live = live;
        }

        public long live() {
            return live;
        }
    }
}
