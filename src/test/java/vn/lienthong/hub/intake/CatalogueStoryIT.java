package vn.lienthong.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.hub.local.LocalClient.INTEGRATOR;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.json.Json;

/** The national list of procedures is fetched, kept version by version, and compared with ours. */
class CatalogueStoryIT extends IntakeStory {
    private void fetchAfterADay() {
        CLOCK.jump(Duration.ofHours(25));
        pulls.fetchWhatIsDue();
    }

    private JsonNode differences() throws IOException {
        return Json.MAPPER.readTree(
                as(INTEGRATOR, "GET", "/catalogue/procedures/differences").body());
    }

    private List<Integer> versions(String code) {
        return jdbc.sql("select version from published where catalogue = 'procedures' and code = ? order by version")
                .param(code)
                .query(Integer.class)
                .list();
    }

    private static Map<String, Object> marriage(String title, String changed) {
        return Map.of(
                "MATTHC",
                "1.000894",
                "TENTTHC",
                title,
                "LINHVUCTHUCHIEN",
                List.of(Map.of("MALINHVUC", "G15-HT")),
                "NGAYHIEULUC",
                "01/07/2025",
                "NGAYHETHIEULUC",
                "31/12/2025",
                "NGAYCAPNHAT",
                changed);
    }

    @Test
    void aProcedureHasANewVersionOnlyWhenItsRecordIsAnother() throws IOException {
        fetchAfterADay();
        fetchAfterADay();
        assertThat(versions("1.001193")).containsExactly(1);
        var before = versions("1.000894").size();

        CATALOGUE.store("procedures", "1.000894", marriage("Thủ tục đăng ký kết hôn trong nước", "05/08/2025"));
        fetchAfterADay();
        fetchAfterADay();

        assertThat(versions("1.000894")).hasSize(before + 1);
        var found = differences();
        assertThat(found.path("published").asInt()).isEqualTo(5);
        assertThat(found.path("items")
                        .valueStream()
                        .filter(line -> line.path("code").asText().equals("1.000894"))
                        .map(line -> line.path("difference").asText()))
                .containsExactly("not-in-force", "title");
        assertThat(found.path("items")
                        .valueStream()
                        .filter(line -> line.path("difference").asText().equals("not-published"))
                        .map(line -> line.path("code").asText()))
                .contains("2.000488")
                .doesNotContain("1.001193");
    }
}
