package vn.lienthong.hub.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;

class EditionTextTest {
    private static final JsonNode PLAN = Json.parse("""
            {"base": 7, "mistakes": [],
             "files": [{"path": "integration/shop/system.yaml", "of": "shop", "is": "changed", "diff": "@@ 1,1 @@"}],
             "effects": [{"of": "shop", "is": "added", "what": "question stock", "whatVi": "câu hỏi stock"}],
             "waiting": [{"system": "shop", "operation": "sync", "toSend": 3, "held": 1}],
             "cards": [{"system": "shop", "key": "url", "before": "http://a", "after": "http://b"}]}""".getBytes(UTF_8));

    private static final JsonNode EDITION = Json.parse("""
            {"number": 8, "added": 1, "changed": 2, "removed": 0, "concerns": ["shop"], "restores": 5}""".getBytes(UTF_8));

    private static String told(Language language, Consumer<EditionText> telling) {
        var page = new StringWriter();
        telling.accept(new EditionText(new PrintWriter(page, true), language, false));
        return page.toString();
    }

    @Test
    void tellsWhatAPlanChanges() {
        assertThat(told(Language.EN, text -> text.plan(PLAN)))
                .contains(
                        "Against edition 7:",
                        "WHAT CHANGES",
                        "question stock",
                        "They go by the new files.",
                        "@@ 1,1 @@")
                .contains("apply --base 7");
    }

    @Test
    void tellsItInVietnamese() {
        assertThat(told(Language.VI, text -> text.plan(PLAN)))
                .contains("So với bản 7:", "THAY ĐỔI", "thêm", "đổi", "câu hỏi stock", "Chúng sẽ đi theo các tệp mới.")
                .contains("apply --base 7")
                .doesNotContain("question", "changed", "added");
    }

    @Test
    void tellsWhichEditionRuns() {
        assertThat(told(Language.EN, text -> text.live(EDITION, 7)))
                .contains("Edition 8 runs: +1 ~2 -0 files of shop, as edition 5.");
        assertThat(told(Language.VI, text -> text.live(EDITION, 7)))
                .contains("Bản 8 đang chạy: +1 ~2 -0 tệp của shop, như bản 5.");
    }
}
