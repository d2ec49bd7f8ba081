package vn.lienthong.hub.repair;

import java.util.List;

/**
 * What a plan will do, reckoned when it is looked at from what was frozen when it was made.
 *
 * @param toSend surely not there
 * @param toAsk may be there: asked first, and passed over when they are
 * @param mayDouble may be there, and nobody can ask
 * @param dossiers how many, ended ones included
 * @param overdue dossiers that were late before
 * @param late dossiers whose time runs out before their turn at this rate
 * @param saved dossiers with less than a working day left whose turn comes in time
 */
public record Forecast(
        long toSend,
        long toAsk,
        long mayDouble,
        long dossiers,
        long overdue,
        long late,
        long saved,
        List<Group> groups) {

    /** How many of one system and cause; empty texts where no cause is known. */
    public record Group(String system, String cause, String code, String message, long count) {}
}
