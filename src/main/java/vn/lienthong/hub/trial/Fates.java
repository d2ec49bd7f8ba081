package vn.lienthong.hub.trial;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.json.Times;

/**
 * Decides how each dossier ends. Open are those with the least of their time gone by the end of the period: the report
 * knows no late one, so none of them is due before.
 */
final class Fates {
    private final Script script;
    private final WorkingCalendar calendar;
    private final OffsetDateTime end;
    private final Dice dice;

    Fates(Script script, WorkingCalendar calendar, OffsetDateTime end, Dice dice) {
        this.script = script;
        this.calendar = calendar;
        this.end = end;
        this.dice = dice;
    }

    Map<Filing, Fate> of(List<Filing> filings) {
        var fates = new HashMap<Filing, Fate>();
        open(filings).forEach(filing -> fates.put(filing, Fate.OPEN));
        var restamped = filings.stream()
                .filter(filing -> !fates.containsKey(filing) && canBeRestamped(filing))
                .toList();
        dice.draw(script.report().shownOverdue(), restamped, filing -> 1)
                .forEach(filing -> fates.put(filing, Fate.RESTAMPED));
        filings.forEach(filing -> fates.computeIfAbsent(filing, settled -> ending()));
        return fates;
    }

    private List<Filing> open(List<Filing> filings) {
        var candidates = filings.stream()
                .filter(filing -> filing.dueAt().isAfter(end))
                .sorted(Comparator.comparingDouble(this::shareOfTimeGone))
                .limit(script.report().open())
                .toList();
        if (candidates.size() < script.report().open()) {
            throw new IllegalStateException("too few dossiers are due after the end of the period");
        }
        return candidates;
    }

    private double shareOfTimeGone(Filing filing) {
        var gone = calendar.between(filing.receivedAt(), end).toSeconds();
        return (double) gone
                / calendar.between(filing.receivedAt(), filing.dueAt()).toSeconds();
    }

    private boolean canBeRestamped(Filing filing) {
        var day = filing.receivedAt().atZoneSameInstant(Times.ZONE).toLocalDate();
        return filing.procedure().field().equals(script.restamp().field())
                && day.isBefore(script.restamp().before());
    }

    private Fate ending() {
        if (dice.inAHundred(script.refused().share())) {
            return Fate.REFUSED;
        }
        return dice.inAHundred(script.withdrawn()) ? Fate.WITHDRAWN : Fate.RESULT;
    }
}
