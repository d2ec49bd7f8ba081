package vn.lienthong.hub.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.lienthong.hub.catalog.Place;
import vn.lienthong.hub.json.Json;

/** The stubs of a simulator: that the scripts are there that they name, and the contracts that requests are held to. */
final class StubInspection {
    private static final String PARAMETERS = "transformerParameters";

    private final House house;

    StubInspection(House house) {
        this.house = house;
    }

    void inspect(Path pack, Findings findings) {
        for (var stub : house.listing().below(pack.resolve("simulator/stubs"))) {
            if (stub.toString().endsWith(".json")) {
                inspectStub(pack, stub, findings);
            }
        }
    }

    private void inspectStub(Path pack, Path stub, Findings findings) {
        try {
            RouteFile.walk(Json.parse(Files.readAllBytes(stub)), "", (pointer, node) -> {
                if (pointer.endsWith("/" + PARAMETERS + "/script")) {
                    inspectName(stub, pointer, node.asText(), pack.resolve("simulator"), findings);
                } else if (pointer.endsWith("/" + PARAMETERS + "/schema")) {
                    inspectName(stub, pointer, node.asText(), pack.resolve("contract"), findings);
                }
            });
        } catch (Json.UnreadableJson | IOException e) {
            return; // told where the file is read
        }
    }

    /** @param name of a file, with the part of it that is meant behind a {@code #} */
    private void inspectName(Path stub, String pointer, String name, Path folder, Findings findings) {
        var file = folder.resolve(name.replaceFirst("#.*", ""));
        if (!Files.exists(file)) {
            findings.addMisnamed(Place.inJson(stub, pointer), name, names(folder), Rule.FILE_MISSING, file);
        }
    }

    private List<String> names(Path folder) {
        return house.listing().below(folder).stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}
