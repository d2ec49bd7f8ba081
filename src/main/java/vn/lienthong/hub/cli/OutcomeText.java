package vn.lienthong.hub.cli;

import java.io.PrintWriter;

/** Shows what came of a trial. */
final class OutcomeText {
    private final PrintWriter out;

    OutcomeText(PrintWriter out) {
        this.out = out;
    }

    void print(Outcome outcome) {
        out.println(outcome.title());
        out.println();
        counts(outcome);
        out.println();
        legs(outcome);
        out.println();
        messages(outcome.played());
        if (outcome.hasForgotten()) {
            out.println("The simulator was restarted since and cannot be asked what it shows overdue.");
        }
        outcome.missing().forEach(system -> out.println("No dossier is meant for " + system + ", but some should be."));
        out.println(verdict(outcome));
    }

    private void counts(Outcome outcome) {
        var table = new Table("", "HUB", outcome.isWhole() ? "REPORT" : "PLAN", "");
        outcome.counts()
                .forEach(count -> table.row(
                        (count.part() ? "  " : "") + count.what(),
                        count.seen(),
                        count.expected(),
                        word(count.isEqual())));
        table.print(out);
    }

    private void legs(Outcome outcome) {
        var table = new Table("SYSTEM", "DUE", "DELIVERED", "REFUSED", "PARKED", "OPEN", "MUST KNOW", "");
        outcome.legs()
                .forEach(leg -> table.row(
                        leg.system(),
                        leg.due(),
                        leg.delivered(),
                        leg.refused(),
                        leg.parked(),
                        leg.open(),
                        leg.expected() == null ? "-" : leg.expected(),
                        leg.expected() == null ? "" : word(leg.isEqual())));
        table.print(out);
    }

    private void messages(Played played) {
        double seconds = played.took().toMillis() / 1000.0;
        out.println("%,d messages in %,.0f s, %,.0f/s; the hub had %,d of them already."
                .formatted(played.sent(), seconds, played.sent() / Math.max(seconds, 0.001), played.replayed()));
        played.refusals().forEach(refusal -> out.println("Refused: " + refusal));
    }

    private static String verdict(Outcome outcome) {
        if (!outcome.isEqual()) {
            return "NOT EQUAL.";
        }
        return outcome.isWhole() ? "Equal to the report." : "Equal to the plan.";
    }

    private static String word(boolean equal) {
        return equal ? "equal" : "DIFFERS";
    }
}
