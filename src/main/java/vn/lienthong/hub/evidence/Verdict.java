package vn.lienthong.hub.evidence;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierState.Supplement;

/**
 * Whether a dossier was settled in time by the rule of the national portal (Quyết định 766/QĐ-TTg, 2.1): its end is not
 * after its due time, the time of one supplement taken off; more than one request for supplements counts as late; the
 * end of one that was never supplied is its request; one not settled is held against the time of asking.
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
        var dueAt = dossier.dueAt();
        if (dueAt == null) {
            return new Verdict(Word.NO_DUE_TIME, "Hồ sơ không có hạn trả kết quả.", null, null, null);
        }
        var supplements = dossier.state().supplements();
        if (supplements.size() > 1) {
            return new Verdict(
                    Word.LATE,
                    "Yêu cầu bổ sung %d lần: quy tắc của Cổng tính là quá hạn.".formatted(supplements.size()),
                    dueAt,
                    null,
                    null);
        }
        return held(end(dossier, supplements, now), dueAt, minutes);
    }

    private record End(OffsetDateTime at, boolean settled, String how) {}

    private static End end(Dossier dossier, List<Supplement> supplements, OffsetDateTime now) {
        var finishedAt = dossier.state().finishedAt();
        var supplement = supplements.isEmpty() ? null : supplements.getFirst();
        if (supplement != null && supplement.suppliedAt() == null) {
            return new End(
                    supplement.askedAt(),
                    true,
                    "Đang chờ bổ sung, chưa bổ sung: lấy lúc yêu cầu bổ sung, %s, làm lúc kết thúc"
                            .formatted(Spoken.moment(supplement.askedAt())));
        }
        var end = finishedAt == null ? now : finishedAt;
        var how = finishedAt == null
                ? "Chưa kết thúc; so với lúc lập bằng chứng, %s".formatted(Spoken.moment(now))
                : "Kết thúc xử lý lúc %s".formatted(Spoken.moment(finishedAt));
        return supplement == null
                ? new End(end, finishedAt != null, how)
                : waited(end, finishedAt != null, how, supplement);
    }

    private static End waited(OffsetDateTime end, boolean settled, String how, Supplement supplement) {
        var suppliedAt = supplement.suppliedAt() == null ? end : supplement.suppliedAt();
        var waited = Duration.between(supplement.askedAt(), suppliedAt);
        var moved = end.minus(waited);
        return new End(
                moved,
                settled,
                "%s, trừ thời gian chờ bổ sung %s còn %s"
                        .formatted(how, Spoken.hours(waited.toSeconds()), Spoken.moment(moved)));
    }

    private static Verdict held(End end, OffsetDateTime dueAt, WorkingMinutes minutes) {
        var inTime = !end.at.isAfter(dueAt);
        var word = end.settled ? (inTime ? Word.ON_TIME : Word.LATE) : (inTime ? Word.OPEN_IN_TIME : Word.OPEN_LATE);
        var left = minutes.between(end.at, dueAt);
        var sentence = "%s; hạn %s: %s%s."
                .formatted(end.how, Spoken.moment(dueAt), word.vietnamese(), left == null ? "" : distance(left));
        return new Verdict(word, sentence, dueAt, end.at, left);
    }

    private static String distance(long left) {
        return left == 0
                ? ""
                : left > 0
                        ? ", sớm hơn hạn %d phút làm việc".formatted(left)
                        : ", muộn hơn hạn %d phút làm việc".formatted(-left);
    }
}
