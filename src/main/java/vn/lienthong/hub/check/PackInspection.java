package vn.lienthong.hub.check;

import java.nio.file.Path;
import vn.lienthong.hub.catalog.Place;

/** One pack: contract, examples, tests. */
final class PackInspection {
    private final House house;
    private final ExampleInspection examples;
    private final TestsInspection tests;
    private final StubInspection stubs;

    PackInspection(House house) {
        this.house = house;
        this.examples = new ExampleInspection(house);
        this.tests = new TestsInspection(house);
        this.stubs = new StubInspection(house);
    }

    void inspect(Path pack, Findings findings) {
        var system = pack.getFileName().toString();
        if (!house.listing().isFolder(pack)) {
            return;
        }
        examples.inspect(pack, findings);
        stubs.inspect(pack, findings);
        if (house.systems().contains(system)) {
            if (house.listing().below(pack.resolve("contract")).isEmpty()) {
                findings.add(new Place(house.card(system), 1, 1), Rule.CONTRACT_MISSING);
            }
            tests.inspect(pack, findings);
        }
    }
}
