package vn.lienthong.hub.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.export.Listing;

/**
 * Figures for people and for other programs, reckoned anew from the ledger whenever they are asked for. Whoever is given
 * figures stands in the audit.
 */
public interface Figures {
    /** Whether a system of that id has a card, or had one and was compared. */
    boolean knows(String system);

    /**
     * Dossiers received in the period, by verdict.
     *
     * @param system whose showing is set beside ours, from its newest reconciliation that overlaps the period; then only
     *     the dossiers that concern it are counted. Null: ours alone
     */
    Listing onTime(Asked asked, Grouping by, @Nullable String system);

    /**
     * Dossiers on which the figures of a system and ours differ, in the order of their codes; none when it was not
     * reconciled for the period.
     *
     * @param after the code to go on behind
     */
    List<Difference> differences(Asked asked, String system, @Nullable String after, int limit);

    /** All of them, behind that code. */
    Listing allDifferences(Asked asked, String system, @Nullable String after);

    /** The one-stop report of a period: received, carried over, settled, in progress, by field and procedure. */
    Listing report(Asked asked);
}
