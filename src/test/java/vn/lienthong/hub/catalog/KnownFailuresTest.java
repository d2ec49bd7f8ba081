package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresTest {
    private static final Path OURS = Path.of("mappings/catalogue/failures");
    private static final KnownFailures KNOWN = KnownFailures.read(OURS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "civil-status | 106         | -                                          | civil-status/unit-unknown",
                "civil-status | 500         | cbsSoDDCN có độ dài vượt quá 12 ký tự      | civil-status/person-number",
                "civil-status | 500         | cbsLoaiGiayToTuyThan KHÔNG TỒN TẠI         | civil-status/code-unknown",
                "civil-status | hub.mapping | x.jslt: Xã Hưng Đạo (11086) đã chia vào Xã Tân Kỳ (11113) từ ngày 2025-07-01: địa chỉ thuộc nơi nào? | hub/split-unit",
                "civil-status | hub.mapping | x.jslt: the list sex has no 9 on 2025-07-01 | hub/mapping",
                "civil-status | hub.timeout | không có trả lời                           | hub/timeout",
                "e-receipt    | ERR:3       | ERR:3 Dữ liệu xml đầu vào không đúng quy định | e-receipt/content",
                "any-other    | http.503    | -                                          | hub/down",
                "any-other    | -           | Server.ServerProxy.NetworkError: Could not connect | hub/platform-down",
                "any-other    | 106         | -                                          | -",
                "any-other    | -           | -                                          | -",
            })
    void knowsByCodeAndByWords(String system, String code, String text, String id) {
        assertThat(KNOWN.on(system, code, text).map(Advice::id).orElse(null)).isEqualTo(id);
    }

    @Test
    void knowsWordsHoweverTheirMarksAreWritten() {
        var apart = java.text.Normalizer.normalize("Thửa đất đang có tranh chấp", java.text.Normalizer.Form.NFD);

        assertThat(KNOWN.on("land-registry", "9", apart)).map(Advice::turn).hasValue(Advice.Turn.CITIZEN);
    }

    @Test
    void everyFileIsOfASystemOrOfAll() throws IOException {
        try (var files = Files.list(OURS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .allMatch(name -> name.equals("hub") || Files.exists(Path.of("integration", name, "system.yaml")));
        }
    }

    @Test
    void everyCodeOfTheHubItselfIsKnown() throws IOException {
        for (var code : java.util.List.of(
                "hub.mapping",
                "hub.unreachable",
                "hub.login",
                "hub.broker",
                "hub.timeout",
                "hub.unreadable-answer",
                "hub.broken-call",
                "hub.interrupted",
                "hub.breaker",
                "hub.busy")) {
            assertThat(KNOWN.on("any", code, null)).as(code).isPresent();
        }
    }

    @Test
    void tellsEveryMistakeWithItsLine() throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), """
                failures:
                  - {id: a, code: ["1"], means: Có chuyện gì đó, turn: nobody, todo: Làm việc gì đó}
                  - {id: b, means: Có chuyện gì đó, turn: hub, todo: Làm việc gì đó}
                """);
        Files.writeString(folder.resolve("other.yaml"), """
                failures:
                  - {id: a, code: ["1"], means: Có chuyện gì đó, turn: hub, todo: Làm việc gì đó}
                  - {id: a, code: ["2"], means: Có chuyện gì đó, turn: hub, todo: Làm việc gì đó}
                """);

        assertThatThrownBy(() -> KnownFailures.read(folder))
                .isInstanceOf(MistakesFound.class)
                .hasMessageContaining("hub.yaml:2: /failures/0/turn")
                .hasMessageContaining("hub.yaml:3: /failures/1")
                .hasMessageContaining("other.yaml:3: /failures/1/id: stands here twice");
    }

    @Test
    void withoutAFolderNothingIsKnown() {
        assertThat(KnownFailures.read(folder.resolve("none")).on("any", "hub.timeout", null))
                .isEmpty();
    }
}
