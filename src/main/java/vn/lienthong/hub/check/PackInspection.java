package vn.lienthong.hub.check;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.hub.catalog.Place;

/** One pack: contract, examples, tests. */
final class PackInspection {
    private final House house;
    private final ExampleInspection examples;
    private final TestsInspection tests;

    PackInspection(House house) {
        this.house = house;
        this.examples = new ExampleInspection(house);
        this.tests = new TestsInspection(house);
    }

    void inspect(Path pack, Findings findings) {
        var system = pack.getFileName().toString();
        if (!Files.isDirectory(pack)) {
            return;
        }
        examples.inspect(pack, findings);
        if (house.systems().contains(system)) {
            if (House.files(pack.resolve("contract")).isEmpty()) {
                findings.add(new Place(house.card(system), 1, 1), Rule.CONTRACT_MISSING);
            }
            tests.inspect(pack, findings);
        }
        for (var folder : new String[] {"contract", "simulator"}) {
            House.files(pack.resolve(folder)).stream()
                    .filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> JsonFile.read(file, findings));
        }
    }
}
