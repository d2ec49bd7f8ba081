package vn.lienthong.hub.evidence;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.figures.Judgement;
import vn.lienthong.hub.figures.Judgement.Why;
import vn.lienthong.hub.figures.OnTimeRule;
import vn.lienthong.hub.ledger.Dossier;

/**
 * Whether a dossier was settled in time by {@linkplain OnTimeRule the rule of the national portal}, said in words.
 *
 * @param end what was held against the due time
 * @param minutes working minutes left at the end; negative when it was late
 */
record Verdict(
        Word word,
        String sentence,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime end,
        @Nullable Long minutes) {

    /** As programs read it. */
    enum Word {
        ON_TIME("đúng hạn"),
        LATE("quá hạn"),
        OPEN_IN_TIME("chưa kết thúc, còn trong hạn"),
        OPEN_LATE("chưa kết thúc, đã quá hạn"),
        NO_DUE_TIME("không có hạn");

        private final String vietnamese;

        Word(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        String vietnamese() {
            return vietnamese;
        }
    }

    static Verdict of(Dossier dossier, OffsetDateTime now, WorkingMinutes minutes) {
        var judged = OnTimeRule.judge(dossier, now);
        var counted = judged.counted();
        var word = word(judged);
        if (counted != null) {
            return held(judged, word, counted.from(), minutes, now);
        }
        return word == Word.NO_DUE_TIME
                ? new Verdict(word, "Hồ sơ không có hạn trả kết quả.", null, null, null)
                : new Verdict(
                        word,
                        "Yêu cầu bổ sung %d lần: quy tắc của Cổng tính là quá hạn."
                                .formatted(dossier.state().supplements().size()),
                        dossier.dueAt(),
                        null,
                        null);
    }

    private static Word word(Judgement judged) {
        return switch (judged.verdict()) {
            case EARLY, ON_TIME -> Word.ON_TIME;
            case LATE -> Word.LATE;
            case PENDING -> Word.OPEN_IN_TIME;
            case OVERDUE -> Word.OPEN_LATE;
            case UNJUDGED -> Word.NO_DUE_TIME;
        };
    }

    private static Verdict held(
            Judgement judged, Word word, OffsetDateTime counted, WorkingMinutes minutes, OffsetDateTime now) {
        var dueAt = Objects.requireNonNull(judged.due()).from();
        var left = minutes.between(counted, dueAt);
        var sentence = "%s; hạn %s: %s%s."
                .formatted(
                        how(judged, counted, now),
                        Spoken.moment(dueAt),
                        word.vietnamese(),
                        left == null ? "" : distance(left));
        return new Verdict(word, sentence, dueAt, counted, left);
    }

    private static String how(Judgement judged, OffsetDateTime counted, OffsetDateTime now) {
        if (judged.why() == Why.SUPPLEMENT_OPEN) {
            return "Đang chờ bổ sung, chưa bổ sung: lấy lúc yêu cầu bổ sung, %s, làm lúc kết thúc"
                    .formatted(Spoken.moment(counted));
        }
        var end = judged.end() == null ? now : judged.end().from();
        var how = judged.end() == null
                ? "Chưa kết thúc; so với lúc lập bằng chứng, %s".formatted(Spoken.moment(now))
                : "Kết thúc xử lý lúc %s".formatted(Spoken.moment(end));
        var waited = Duration.between(counted, end);
        return waited.isZero()
                ? how
                : "%s, trừ thời gian chờ bổ sung %s còn %s"
                        .formatted(how, Spoken.hours(waited.toSeconds()), Spoken.moment(counted));
    }

    private static String distance(long left) {
        return left == 0
                ? ""
                : left > 0
                        ? ", sớm hơn hạn %d phút làm việc".formatted(left)
                        : ", muộn hơn hạn %d phút làm việc".formatted(-left);
    }
}
