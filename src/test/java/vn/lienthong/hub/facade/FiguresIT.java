package vn.lienthong.hub.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.local.LocalClient.OPS;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_DAI_SON;
import static vn.lienthong.hub.local.LocalClient.UPSTREAM_HAI_PHONG;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.export.Format;

class FiguresIT extends FacadeStory {
    private static final String REPORT = "/api/v1/figures/report";
    private static final String DAYS = "?from=2025-07-01&to=2025-09-30";

    @Autowired
    PlayedFigures figures;

    @AfterEach
    void mend() {
        figures.breaksAfter = Integer.MAX_VALUE;
        figures.asked.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?from=2025-07-01",
                "?from=2025-07-01&to=2025-02-30",
                DAYS + "&format=pdf",
                DAYS + "&commune=11086",
                "?from=2025-07-02&to=2025-07-01",
                DAYS + "&day=1"
            })
    void refusesWhatNamesNoPeriodOrUnit(String query) {
        assertProblem(get(REPORT + query, OPS), 400, "request.parameter");
        assertThat(figures.asked).isEmpty();
    }

    @Test
    void refusesASystemThatThereIsNot() {
        assertProblem(get("/api/v1/figures/on-time" + DAYS + "&system=none", OPS), 400, "request.parameter");
        assertProblem(get("/api/v1/figures/on-time/differences" + DAYS, OPS), 400, "request.parameter");
        assertThat(get("/api/v1/figures/on-time/differences" + DAYS + "&system=" + PlayedFigures.SYSTEM, OPS)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"&province=30", "&province=31", "&province=31&commune=11077"})
    void refusesUnitsThatTheCallerMayNotSee(String unit) {
        assertProblem(get(REPORT + DAYS + unit, UPSTREAM_DAI_SON), 403, "caller.out-of-scope");
        assertThat(figures.asked).isEmpty();
    }

    @Test
    void givesUpstreamTheFiguresOfItsOwnUnits() throws Exception {
        assertThat(raw(REPORT + DAYS + "&format=csv", UPSTREAM_DAI_SON, null).statusCode())
                .isEqualTo(200);
        assertThat(raw(REPORT + DAYS + "&format=csv&province=31", UPSTREAM_HAI_PHONG, null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(figures.asked).extracting(asked -> asked.units().getFirst()).containsExactly("31/11086", "31");
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/csv, text/csv;charset=UTF-8, csv",
        "&format=csv, , text/csv;charset=UTF-8, csv",
        "&format=xlsx, application/json, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, xlsx"
    })
    void sendsAFileOfTheFormatThatIsAskedFor(String query, String accept, String type, String ending) throws Exception {
        var answer = raw(REPORT + DAYS + query, OPS, accept);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualToIgnoringCase(type);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "so-lieu." + ending);
    }

    @Test
    void answersJsonToWhoSaysNothing() throws Exception {
        var answer = raw(REPORT + DAYS, OPS, null);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(json(answer).get("items")).hasSize(10_000);
    }

    @Test
    void saysThatItHasNoSuchFormat() {
        assertProblem(send(to(REPORT + DAYS, OPS).header("Accept", "image/png")), 406, "request.not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "xlsx"})
    void breaksTheConnectionRatherThanPassHalfATableForTheWhole(String format) {
        figures.breaksAfter = 9_000;

        assertThatThrownBy(() -> raw(REPORT + DAYS + "&format=" + format, OPS, null))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void answersWithAProblemWhileNothingIsSentYet() {
        figures.breaksAfter = 0;

        assertProblem(send(to(REPORT + DAYS, OPS)), 500, "hub.fault");
        assertProblem(send(to(REPORT + DAYS, OPS).header("Accept", Format.SPREADSHEET)), 500, "hub.fault");
    }
}
