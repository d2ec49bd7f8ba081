package vn.lienthong.hub.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.deadline.WorkingCalendar;
import vn.lienthong.hub.evidence.Verdict.Word;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierState;
import vn.lienthong.hub.ledger.DossierState.Supplement;
import vn.lienthong.hub.ledger.DossierStatus;

/** The rule of the portal, on a dossier received on 12 August 2025 at 09:15 and due at 17:00. */
class VerdictTest {
    private static final WorkingMinutes WORKING =
            new WorkingMinutes(WorkingCalendar.read(Path.of("mappings/catalogue/calendar")));
    private static final OffsetDateTime DUE = at("17:00");
    private static final OffsetDateTime LATER = at("18:00");

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse("2025-08-12T%s:00+07:00".formatted(time));
    }

    @Test
    void isOnTimeUpToTheLastSecond() {
        var verdict = verdict(DUE, LATER);

        assertThat(verdict.word()).isEqualTo(Word.ON_TIME);
        assertThat(verdict.minutes()).isZero();
        assertThat(verdict(DUE.plusSeconds(1), LATER).word()).isEqualTo(Word.LATE);
    }

    @Test
    void tellsTheDistanceInWorkingMinutes() {
        assertThat(verdict(at("11:00"), LATER).minutes()).isEqualTo(240);
        assertThat(verdict(at("11:00"), LATER).sentence())
                .isEqualTo(
                        "Kết thúc xử lý lúc 11:00 ngày 12/08/2025 (thứ Ba); hạn 17:00 ngày 12/08/2025 (thứ Ba): đúng hạn,"
                                + " sớm hơn hạn 240 phút làm việc.");
    }

    @Test
    void holdsAnUnfinishedOneAgainstTheMomentOfAsking() {
        assertThat(verdict(null, at("16:00")).word()).isEqualTo(Word.OPEN_IN_TIME);
        assertThat(verdict(null, LATER).word()).isEqualTo(Word.OPEN_LATE);
    }

    @Test
    void takesTheTimeOfOneSupplementOff() {
        var waited = new Supplement(at("10:00"), at("12:00"), null);

        assertThat(verdict(at("18:00"), LATER, waited).word()).isEqualTo(Word.ON_TIME);
        assertThat(verdict(at("18:00"), LATER, waited).end()).isEqualTo(at("16:00"));
    }

    @Test
    void endsOneThatWasNeverSuppliedWithItsRequest() {
        var verdict = verdict(null, LATER, new Supplement(at("10:00"), null, null));

        assertThat(verdict.word()).isEqualTo(Word.OPEN_IN_TIME);
        assertThat(verdict.end()).isEqualTo(at("10:00"));
    }

    @Test
    void countsMoreThanOneRequestAsLate() {
        var one = new Supplement(at("10:00"), at("10:10"), null);

        assertThat(verdict(at("11:00"), LATER, one, one).word()).isEqualTo(Word.LATE);
    }

    @Test
    void hasNoneWithoutADueTime() {
        assertThat(Verdict.of(dossier(null, at("11:00"), List.of()), LATER, WORKING)
                        .word())
                .isEqualTo(Word.NO_DUE_TIME);
    }

    private static Verdict verdict(@Nullable OffsetDateTime finishedAt, OffsetDateTime now, Supplement... supplements) {
        return Verdict.of(dossier(DUE, finishedAt, List.of(supplements)), now, WORKING);
    }

    private static Dossier dossier(
            @Nullable OffsetDateTime dueAt, @Nullable OffsetDateTime finishedAt, List<Supplement> supplements) {
        var state = new DossierState(
                DossierStatus.PROCESSING, at("09:15"), finishedAt, null, supplements, List.of(), List.of());
        return new Dossier(
                "H24.129-250812-0035",
                "31",
                "11086",
                "2.000815",
                "CT",
                "counter",
                at("09:15"),
                "dai-son",
                dueAt,
                "computed",
                null,
                null,
                null,
                1,
                at("09:15"),
                Json.MAPPER.createObjectNode(),
                state);
    }
}
