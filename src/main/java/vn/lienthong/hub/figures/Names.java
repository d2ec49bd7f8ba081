package vn.lienthong.hub.figures;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedure;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.Unit;
import vn.lienthong.hub.catalog.Units;

/** What codes are called; the code itself where the lists do not know it any more. */
@Component
class Names {
    private final Units units;
    private final Procedures procedures;

    Names(Units units, Procedures procedures) {
        this.units = units;
        this.procedures = procedures;
    }

    /** On the day of reception: most commune codes meant another commune before 2025-07-01. */
    String unit(Held dossier) {
        return units.at(dossier.province(), dossier.commune(), dossier.receivedOn())
                .map(Names::full)
                .orElse(dossier.province() + "/" + dossier.commune());
    }

    private static String full(Unit unit) {
        return unit.communeName() + ", " + unit.provinceName();
    }

    String procedure(String code) {
        return procedures.find(code).map(Procedure::name).orElse(code);
    }

    String field(String procedure, String code) {
        return procedures.find(procedure).map(Procedure::fieldName).orElse(code);
    }

    /** The units of a question as the head of a report has them. */
    String asked(Asked asked) {
        return String.join(
                "; ",
                asked.units().stream()
                        .map(word -> word.equals("*") ? "Toàn bộ" : named(word, asked))
                        .toList());
    }

    private String named(String word, Asked asked) {
        if (word.indexOf('/') < 0) {
            return units.province(word).orElse(word);
        }
        var codes = word.split("/", 2);
        return Optional.of(asked.to())
                .flatMap(day -> units.at(codes[0], codes[1], day))
                .map(Names::full)
                .orElse(word);
    }
}
