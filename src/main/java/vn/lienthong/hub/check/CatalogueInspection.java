package vn.lienthong.hub.check;

import vn.lienthong.hub.catalog.KnownFailures;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.MistakesFound;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.Units;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.inquiry.Questions;
import vn.lienthong.hub.journey.JourneyFiles;

/** What systems share, and the contracts of questions: read by the readers that the hub starts with. */
final class CatalogueInspection implements Inspection {
    private final House house;

    CatalogueInspection(House house) {
        this.house = house;
    }

    @Override
    public void inspect(Findings findings) {
        var catalogue = house.tree().catalogue();
        read(findings, () -> Units.read(catalogue.resolve("units.csv")));
        read(findings, () -> Procedures.read(catalogue.resolve("procedures.yaml")));
        read(findings, () -> WorkingCalendar.read(catalogue.resolve("calendar")));
        read(findings, () -> KnownFailures.read(catalogue.resolve("failures")));
        read(findings, () -> Questions.read(house.cards(), house.tree().integration()));
        var mistakes = new Mistakes();
        JourneyFiles.inspect(house.tree().routes().resolve("journeys"), house.cards(), house.systems(), mistakes);
        findings.add(mistakes);
    }

    private static void read(Findings findings, Runnable reader) {
        try {
            reader.run();
        } catch (MistakesFound e) {
            e.found().forEach(findings::add);
        }
    }
}
