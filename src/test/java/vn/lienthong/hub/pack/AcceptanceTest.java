package vn.lienthong.hub.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.hub.live.Tree;

class AcceptanceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path root;

    @BeforeEach
    void aHouseWithOneSystem() throws IOException {
        write("routes/land.camel.yaml", "[]");
        write("integration/land/examples/report.request/new.in.json", "{\"code\": \"H24.129-250812-9051\"}");
    }

    @Test
    void takesWhatTheMappingMakesNowAndLeavesWhatIsTheSame() throws IOException {
        write("mappings/land/report.request.jslt", "{\"maHoSo\": .code}");
        var differs = write("integration/land/examples/report.request/new.out.json", "{\"maHoSo\": \"x\"}");
        write("integration/land/examples/report.request/old.in.json", "{\"code\": \"a\"}");
        var same = write("integration/land/examples/report.request/old.out.json", "{ \"maHoSo\":\"a\" }");

        assertThat(accepted()).containsExactly(differs);
        assertThat(differs).hasContent("{\n  \"maHoSo\" : \"H24.129-250812-9051\"\n}");
        assertThat(same).hasContent("{ \"maHoSo\":\"a\" }");
        assertThat(accepted()).isEmpty();
    }

    @Test
    void leavesTheOutcomeToTheCard() throws IOException {
        write("mappings/land/report.reply.jslt", "{\"code\": .ma}");
        write("integration/land/examples/report.reply/taken.in.json", "{\"ma\": \"00\"}");
        var reply = write(
                "integration/land/examples/report.reply/taken.out.json",
                "{\"code\": \"0\", \"outcome\": \"acknowledged\"}");
        write("mappings/land/report.request.jslt", ".");
        write("integration/land/examples/report.request/new.out.json", "{\"code\": \"H24.129-250812-9051\"}");

        assertThat(accepted()).containsExactly(reply);
        assertThat(reply).hasContent("{\n  \"code\" : \"00\",\n  \"outcome\" : \"acknowledged\"\n}");
    }

    @Test
    void writesWhatIsMadeOfAnInputThatStandsAlone() throws IOException {
        write("mappings/land/report.request.jslt", "{\"maHoSo\": .code}");

        assertThat(accepted())
                .hasSize(1)
                .allSatisfy(file -> assertThat(file)
                        .hasFileName("new.out.json")
                        .hasContent("{\n  \"maHoSo\" : \"H24.129-250812-9051\"\n}"));
    }

    @Test
    void writesXmlSoThatPeopleCanReadIt() throws IOException {
        write("mappings/land/report.request.jslt", "{\"HoSo\": {\"@id\": \"1\", \"ma\": .code}}");
        var xml = write("integration/land/examples/report.request/new.out.xml", "<Cu/>");

        assertThat(accepted()).containsExactly(xml);
        assertThat(xml).hasContent("<HoSo id=\"1\">\n  <ma>H24.129-250812-9051</ma>\n</HoSo>");
    }

    @Test
    void leavesWhatCannotBeMappedAtAll() throws IOException {
        write("mappings/land/report.request.jslt", "{\"maHoSo\": }");
        var out = write("integration/land/examples/report.request/new.out.json", "{\"maHoSo\": \"x\"}");

        assertThat(accepted()).isEmpty();
        assertThat(out).hasContent("{\"maHoSo\": \"x\"}");
    }

    private java.util.List<Path> accepted() throws IOException {
        return new Acceptance(Tree.in(root)).of("land");
    }

    private Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
