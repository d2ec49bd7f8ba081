package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.connector.WalkedSteps;
import vn.lienthong.hub.exchange.Anonymised;
import vn.lienthong.hub.exchange.Exchange;
import vn.lienthong.hub.exchange.ExchangesOf;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.live.Tree;
import vn.lienthong.hub.simulator.Simulator;

/** A failure that was recorded becomes a test of its pack, which fails until the mapping is mended. */
class RecordedFailureIT {
    private static final String PACK = "civil-status";
    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-08-12T09:15:00+07:00");
    private static final List<String> PERSONAL = List.of(
            "Nguyễn Văn Tuấn",
            "NGUYEN VAN TUAN",
            "Trần Thị Hạnh",
            "030085012345",
            "030190054321",
            "1985-02-28",
            "28/02/1985",
            "Hàng Cháo",
            "9035");

    @TempDir
    Path folder;

    @Test
    void failsUntilTheMappingIsMended() throws IOException {
        copy(Path.of("integration", PACK));
        copy(Path.of("mappings"));
        copy(Path.of("routes/platforms"));
        copy(Path.of("routes", PACK + ".camel.yaml"));
        var sound = breakMapping();

        var files = new RecordedFailure(Tree.in(folder), Json.MAPPER.valueToTree(Anonymised.of(recorded(), attempt())))
                .write("acknowledged");

        for (var file : files) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain(PERSONAL);
        }
        assertThat(missed()).containsExactly(new Difference("/outcome", "acknowledged", "refused"));
        Files.writeString(mapping(), sound);
        assertThat(missed()).isEmpty();
    }

    /** The date of the reception in a form that the register does not know. */
    private String breakMapping() throws IOException {
        var text = Files.readString(mapping());
        var broken = text.replace("\"yyyy-MM-dd\"", "\"dd.MM.yyyy\"");
        assertThat(broken).isNotEqualTo(text);
        Files.writeString(mapping(), broken);
        return text;
    }

    private Path mapping() {
        return folder.resolve("mappings/civil-status/register.request.jslt");
    }

    private static ExchangesOf recorded() throws IOException {
        return new ExchangesOf(17, PACK, "H24.129-250812-9035", "register", false, message(), List.of(attempt()));
    }

    private static JsonNode message() throws IOException {
        var message = (ObjectNode)
                Json.parse(Files.readAllBytes(Path.of("integration", PACK, "examples/register.request/birth.in.json")));
        var text = Json.text(message)
                .replace("H24.129-250812-0035", "H24.129-250812-9035")
                .replace("Nguyễn Văn Mẫu", "Nguyễn Văn Tuấn")
                .replace("Trần Thị Mẫu", "Trần Thị Hạnh")
                .replace("030085000000", "030085012345")
                .replace("030190000000", "030190054321")
                .replace("Thôn Mẫu", "Ngõ Hàng Cháo");
        return Json.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Exchange attempt() {
        var call = new Exchange.Call(
                false,
                "POST",
                "/lgsp/hotich/1.0/dangKyHoTich",
                "application/json",
                "{}",
                2,
                200,
                "application/json",
                "{\"state\":0,\"errorCode\":302,\"errorDescription\":\"ngày tiếp nhận của NGUYEN VAN TUAN sinh 28/02/1985 số 030085012345 hồ sơ H24.129-250812-9035 sai kiểu\"}",
                200,
                null,
                null);
        return new Exchange(
                1, "SEND", AT, AT, "refused", "302", "NGUYEN VAN TUAN sai kiểu", true, List.of(), List.of(call));
    }

    /** What the new case of the pack misses. */
    private List<Difference> missed() throws IOException {
        var tree = Tree.in(folder);
        try (var packs = new PlayedPacks(tree, List.of(PACK), Simulator::of, new WalkedSteps())) {
            return new CaseTests(packs)
                    .of(PACK, PackTests.of(tree.integration().resolve(PACK)).getLast())
                    .differences();
        }
    }

    private void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.createDirectories(folder.resolve(file).getParent());
                Files.copy(file, folder.resolve(file));
            }
        }
    }
}
