package vn.lienthong.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.connector.Rehearsal;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;

class ReplayTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-08-12T09:30:00Z"));
    private static final int MANY = 10_000;
    private static final int PLANTED = 37;

    @TempDir
    Path folder;

    @Test
    void findsExactlyTheMessagesThatComeOutOtherwise() throws IOException {
        var random = new Random(20250812);
        var planted = new TreeSet<Long>();
        while (planted.size() < PLANTED) {
            planted.add((long) random.nextInt(MANY));
        }
        var told = new ArrayList<JsonNode>();
        try (var now = Rehearsal.of(Tree.in(Path.of("")), CLOCK, "secret");
                var then = Rehearsal.of(changed(), CLOCK, "secret")) {
            var replay = new Replay(now, then, told::add);
            for (long delivery = 0; delivery < MANY; delivery++) {
                replay.compare(recorded(delivery, planted.contains(delivery)));
            }
            assertThat(replay.differing()).isEqualTo(PLANTED);
            assertThat(replay.summary(Language.EN))
                    .isEqualTo("10,000 messages compared, 37 come out otherwise; nothing was sent.");
        }
        assertThat(told).extracting(one -> one.path("delivery").asLong()).containsExactlyElementsOf(planted);
        assertThat(told)
                .allSatisfy(one -> assertThat(one.toString())
                        .contains("ChuHoSo")
                        .doesNotContain("Trần Thị Mẫu", "TRẦN THỊ MẪU", "030190000000"));
    }

    /** Writes the names of some in capitals, which is what must be found, and seen by nobody. */
    private Tree changed() throws IOException {
        copy(Path.of("mappings"));
        var file = folder.resolve("mappings/public-service-portal/dossier.module.jslt");
        var text = Files.readString(file);
        var other = text.replace(
                "\"ChuHoSo\": $applicant.name,",
                "\"ChuHoSo\": if ($applicant.name == \"Trần Thị Mẫu\") \"TRẦN THỊ MẪU\" else $applicant.name,");
        assertThat(other).isNotEqualTo(text);
        Files.writeString(file, other);
        var here = Tree.in(Path.of(""));
        return new Tree(here.integration(), here.routes(), folder.resolve("mappings"), here.catalogue());
    }

    private void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(file, folder.resolve(file));
            }
        }
    }

    private static JsonNode recorded(long delivery, boolean planted) throws IOException {
        var message = (ObjectNode) Example.MESSAGE.deepCopy();
        var applicant = (ObjectNode) message.at("/dossier/applicant");
        applicant.put("name", planted ? "Trần Thị Mẫu" : "Nguyễn Văn Mẫu " + delivery);
        return Json.MAPPER
                .createObjectNode()
                .put("delivery", delivery)
                .put("system", "public-service-portal")
                .put("dossier", "H24.129-250812-0001")
                .put("operation", "register")
                .set("message", message);
    }

    private static final class Example {
        static final JsonNode MESSAGE = read();

        private static JsonNode read() {
            try {
                return Json.parse(Files.readAllBytes(
                        Path.of("integration/public-service-portal/examples/register.request/counter.in.json")));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
