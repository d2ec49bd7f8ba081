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
        safely(tree, findings, () -> {
            var house = House.of(tree, findings);
            inspections(house).parallelStream()
                    .forEach(inspection -> safely(tree, findings, () -> inspection.inspect(findings)));
        });
    }

    /** A file may be taken away while it is looked for, or be nobody's to read. */
    private static void safely(Tree tree, Findings findings, Runnable look) {
        try {
            look.run();
        } catch (UncheckedIOException e) {
            findings.add(tree.integration(), Rule.FILE_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private static List<Inspection> inspections(House house) {
        var all = new ArrayList<Inspection>();
        all.add(new CardInspection(house));
        all.add(new CatalogueInspection(house));
        all.add(findings -> RouteInspection.inspectAll(house, findings));
        var listing = house.listing();
        listing.below(house.tree().routes())
                .forEach(file -> all.add(findings -> FileInspection.inspectWritten(file, findings)));
        var mappings = new MappingInspection(house);
        var lists = new CodeListInspection(house);
        listing.in(house.tree().mappings()).forEach(folder -> {
            if (!folder.equals(house.tree().catalogue())) {
                all.add(findings -> mappings.inspect(folder, findings));
                all.add(findings -> lists.inspect(folder, findings));
            }
        });
        listing.below(house.tree().mappings())
                .forEach(file -> all.add(findings -> FileInspection.inspectWritten(file, findings)));
        all.add(new UnusedInspection(house));
        var packs = new PackInspection(house);
        listing.in(house.tree().integration()).forEach(pack -> {
            all.add(findings -> packs.inspect(pack, findings));
            all.add(findings -> listing.below(pack).forEach(file -> FileInspection.inspectPack(pack, file, findings)));
        });
        return all;
    }
}
