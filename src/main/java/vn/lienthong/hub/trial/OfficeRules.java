package vn.lienthong.hub.trial;

import java.nio.file.Path;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.WorkingCalendar;

/** When an office works and how long a procedure may take, as the hub itself reckons it. */
public record OfficeRules(WorkingCalendar calendar, Deadlines deadlines, Procedures procedures) {

    /**
     * Reads the catalogue of an installation.
     *
     * @param home the folder that holds {@code mappings/}
     * @throws vn.lienthong.hub.catalog.MistakesFound when a file of it is missing or wrong
     */
    public static OfficeRules read(Path home) {
        var catalogue = home.resolve("mappings/catalogue");
        var calendar = WorkingCalendar.read(catalogue.resolve("calendar"));
        return new OfficeRules(
                calendar, new Deadlines(calendar), Procedures.read(catalogue.resolve("procedures.yaml")));
    }

    Procedure procedure(String code) {
        return procedures
                .find(code)
                .orElseThrow(() -> new IllegalStateException("the catalogue has no procedure " + code));
    }
}
