package vn.lienthong.hub.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import vn.lienthong.hub.catalog.CodeList;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.catalog.Mistakes;
import vn.lienthong.hub.catalog.Place;

/** The code lists of one system: whether they can be read, and whether they translate what they say. */
final class CodeListInspection {
    private final House house;

    CodeListInspection(House house) {
        this.house = house;
    }

    void inspect(Path folder, Findings findings) {
        CodeLists.in(folder).forEach(file -> inspectList(file, findings));
    }

    /** A list that translates a shared one has all its codes and no others. */
    private void inspectList(Path file, Findings findings) {
        var mistakes = new Mistakes();
        var list = CodeList.read(file, mistakes);
        findings.add(mistakes);
        list.translates()
                .ifPresent(name -> house.lists()
                        .find(name)
                        .ifPresentOrElse(
                                shared -> compare(file, list, name, shared, findings),
                                () -> findings.addMisnamed(
                                        new Place(file, 1, 1),
                                        name,
                                        house.lists().all().keySet(),
                                        Rule.REFERENCE_UNKNOWN,
                                        "list " + House.SHARED + name)));
    }

    private static void compare(Path file, CodeList list, String name, CodeList shared, Findings findings) {
        shared.codes().stream()
                .filter(code -> !list.codes().contains(code))
                .forEach(code -> findings.add(file, Rule.TABLE_ENTRY, CodeLists.name(file), code));
        list.codes().stream()
                .filter(code -> !shared.codes().contains(code))
                .forEach(code -> findings.add(
                        new Place(file, line(file, code), 1),
                        Rule.REFERENCE_UNKNOWN,
                        House.SHARED + name + " " + code));
    }

    private static int line(Path file, String code) {
        try {
            var lines = Files.readAllLines(file);
            return 1
                    + IntStream.range(0, lines.size())
                            .filter(at -> lines.get(at).startsWith(code + ","))
                            .findFirst()
                            .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
