package vn.lienthong.hub.check;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hub.live.Tree;

/** Looks through the files of all systems, without a database, a network or a running route. */
public final class Check {
    private Check() {}

    /** Everything that is wrong, in the order of files and lines; whatever the files hold, nothing is thrown. */
    public static List<Finding> of(Tree tree) {
        var findings = new Findings();
        if (isThere(tree.integration(), findings)
                & isThere(tree.routes(), findings)
                & isThere(tree.mappings(), findings)) {
            run(tree, findings);
        }
        return findings.sorted();
    }

    private static boolean isThere(Path folder, Findings findings) {
        if (!Files.isDirectory(folder)) {
            findings.add(folder, Rule.FILE_UNREADABLE, "no such folder");
            return false;
        }
        return true;
    }

    private static void run(Tree tree, Findings findings) {
        var house = House.of(tree, findings);
        inspections(house).parallelStream().forEach(inspection -> inspect(inspection, tree, findings));
    }

    /** A file may be taken away while it is looked for. */
    private static void inspect(Inspection inspection, Tree tree, Findings findings) {
        try {
            inspection.inspect(findings);
        } catch (UncheckedIOException e) {
            findings.add(tree.integration(), Rule.FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static List<Inspection> inspections(House house) {
        var all = new ArrayList<Inspection>();
        all.add(new CardInspection(house));
        all.add(new CatalogueInspection(house));
        all.add(findings -> SecretInspection.inspectWritten(house.tree().routes(), findings));
        var routes = new RouteInspection(house);
        house.routes().forEach(file -> all.add(findings -> routes.inspect(file, findings)));
        var mappings = new MappingInspection(house);
        var lists = new CodeListInspection(house);
        House.list(house.tree().mappings()).forEach(folder -> {
            all.add(findings -> SecretInspection.inspectWritten(folder, findings));
            if (!folder.equals(house.tree().catalogue())) {
                all.add(findings -> mappings.inspect(folder, findings));
                all.add(findings -> lists.inspect(folder, findings));
            }
        });
        all.add(new UnusedInspection(house));
        var packs = new PackInspection(house);
        House.list(house.tree().integration()).forEach(pack -> {
            all.add(findings -> packs.inspect(pack, findings));
            all.add(findings -> SecretInspection.inspectPack(pack, findings));
        });
        return all;
    }
}
