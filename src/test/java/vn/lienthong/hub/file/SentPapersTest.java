package vn.lienthong.hub.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import vn.lienthong.hub.connector.Papers;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;

/** Papers that leave inside a message are those of its dossier, whole, on record, and not too many. */
class SentPapersTest {
    private static final byte[] PAPER = "%PDF-1.7 sample".getBytes(UTF_8);
    private static final UUID ID = UUID.fromString("0198a000-0000-7000-8000-0000000000f1");

    private final List<CitizenFile> there = new ArrayList<>(List.of(file(CitizenFile.State.READY)));
    private final List<String> readBy = new ArrayList<>();
    private boolean broken;

    private static CitizenFile file(CitizenFile.State state) {
        return new CitizenFile(
                ID,
                "D",
                "KQ",
                "result",
                state,
                "application/pdf",
                PAPER.length,
                "5f",
                OffsetDateTime.now(),
                "x",
                false);
    }

    private JsonNode sent(int most, String... files) {
        var settings = new FileSettings(
                Path.of("x"),
                null,
                DataSize.ofMegabytes(1),
                DataSize.ofBytes(most),
                Set.of(),
                Duration.ZERO,
                null,
                Duration.ZERO,
                null);
        var message = Json.MAPPER.createObjectNode();
        message.putObject("dossier").put("code", "D");
        var papers = message.putObject("entry").putObject("data").putArray("papers");
        for (var file : files) {
            papers.addObject().put("name", "Kết quả").put("file", file);
        }
        papers.addObject().put("name", "Bản giấy");
        return new SentPapers(kept(), settings).of(message, "demo");
    }

    private CitizenFiles kept() {
        return (CitizenFiles) java.lang.reflect.Proxy.newProxyInstance(
                CitizenFiles.class.getClassLoader(),
                new Class<?>[] {CitizenFiles.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("of")) {
                        return "D".equals(arguments[0]) ? there : List.of();
                    }
                    if (broken) {
                        throw new IOException("the disk is gone");
                    }
                    readBy.add(((Caller) arguments[3]).client());
                    ((OutputStream) arguments[4]).write(PAPER);
                    return null;
                });
    }

    @Test
    void aPaperGoesWholeAndInTheNameOfTheSystem() {
        var paper = sent(PAPER.length, ID.toString()).get(0);

        assertThat(Base64.getDecoder().decode(paper.path("base64").asText())).isEqualTo(PAPER);
        assertThat(paper.path("name").asText()).isEqualTo("Kết quả");
        assertThat(paper.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(readBy).containsExactly("system:demo");
    }

    @Test
    void aPaperOfAnotherDossierStaysWhateverTheMessageNames() {
        assertThatThrownBy(() -> sent(100, UUID.randomUUID().toString()))
                .hasMessageContaining("not one of its dossier")
                .isNotInstanceOf(Papers.Unreadable.class);
        there.set(0, file(CitizenFile.State.QUARANTINED));
        assertThatThrownBy(() -> sent(100, ID.toString())).hasMessageContaining("not one of its dossier");
        assertThat(readBy).isEmpty();
    }

    @Test
    void moreThanAMessageMayCarryIsNotRead() {
        assertThatThrownBy(() -> sent(PAPER.length, ID.toString(), ID.toString()))
                .hasMessageContaining("together")
                .isNotInstanceOf(Papers.Unreadable.class);
    }

    @Test
    void whatCannotBeReadNowIsLeftToTheNextTry() {
        broken = true;

        assertThatThrownBy(() -> sent(100, ID.toString())).isInstanceOf(Papers.Unreadable.class);
    }
}
