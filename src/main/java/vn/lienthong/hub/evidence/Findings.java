package vn.lienthong.hub.evidence;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.delivery.DeliveryRecord;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;
import vn.lienthong.hub.ledger.DossierCode;

/** What a system shows otherwise, and what speaks for why: facts that stand in the evidence, put into sentences. */
final class Findings {
    /** How far the clocks of two systems may be apart, and how long a system takes to stamp what it gets. */
    private static final Duration AROUND = Duration.ofMinutes(2);

    private final Dossier dossier;
    private final OffsetDateTime now;

    Findings(Dossier dossier, OffsetDateTime now) {
        this.dossier = dossier;
        this.now = now;
    }

    List<String> of(View view) {
        var told = new ArrayList<String>();
        differs("giờ tiếp nhận", view.receivedAt(), told);
        differs("hạn trả", view.dueAt(), told);
        differs("giờ kết thúc", view.finishedAt(), told);
        overdueThere(view).ifPresent(told::add);
        var received = view.receivedAt();
        if (received != null && received.differs()) {
            var turning = new Turning(dossier.receivedAt(), view.deliveries());
            turning.sentence().ifPresent(told::add);
            stampedWhenSent(view, received, turning.sides().lastTrue()).ifPresent(told::add);
            laterThanCode(received).ifPresent(told::add);
        }
        return told;
    }

    private static void differs(String what, @Nullable Shows shows, List<String> told) {
        if (shows != null && shows.differs()) {
            var minutes = shows.minutes();
            told.add("Ghi %s là %s, khác giờ gốc%s."
                    .formatted(what, shows.spoken(), minutes == null ? "" : distance(minutes)));
        }
    }

    private static String distance(long minutes) {
        return minutes >= 0
                ? ": muộn hơn %d phút làm việc".formatted(minutes)
                : ": sớm hơn %d phút làm việc".formatted(-minutes);
    }

    /** By the system's own times. */
    private Optional<String> overdueThere(View view) {
        var due = view.dueAt() == null ? null : view.dueAt().at();
        if (due == null || !view.differs()) {
            return Optional.empty();
        }
        var finished = view.finishedAt() == null ? null : view.finishedAt().at();
        if (finished != null) {
            return Optional.of("Theo giờ của hệ thống này, hồ sơ %s (kết thúc %s, hạn %s)."
                    .formatted(
                            finished.isAfter(due) ? "QUÁ HẠN" : "đúng hạn", Spoken.exact(finished), Spoken.exact(due)));
        }
        return Optional.of(
                now.isAfter(due)
                        ? "Hệ thống này không cho biết giờ kết thúc; nếu ở đó chưa ghi kết thúc thì hồ sơ hiển thị QUÁ HẠN từ %s."
                                .formatted(Spoken.exact(due))
                        : "Hệ thống này không cho biết giờ kết thúc; nếu ở đó chưa ghi kết thúc thì hồ sơ sẽ hiển thị quá hạn sau %s."
                                .formatted(Spoken.exact(due)));
    }

    /** @param lastTrue up to the delivery of that entry the system still told the true time */
    private static Optional<String> stampedWhenSent(View view, Shows received, int lastTrue) {
        var stamp = received.at();
        if (stamp == null) {
            return Optional.empty();
        }
        return view.deliveries().stream()
                .filter(delivery -> delivery.seq() > lastTrue)
                .flatMap(delivery -> delivery.attempts().stream().map(attempt -> new Call(delivery.seq(), attempt)))
                .filter(call -> isAround(call.attempt, stamp))
                .min(Comparator.comparing(call ->
                        Duration.between(call.attempt.startedAt(), stamp).abs()))
                .map(call -> ("Giờ tiếp nhận hệ thống này ghi trùng với lúc trục đồng bộ mục %d sang (lần gọi %d, %s):"
                                + " giờ đồng bộ đã được lấy làm giờ tiếp nhận (đóng lại đồng hồ).")
                        .formatted(call.seq, call.attempt.n(), Spoken.exact(call.attempt.startedAt())));
    }

    private record Call(int seq, DeliveryRecord.Try attempt) {}

    private static boolean isAround(DeliveryRecord.Try attempt, OffsetDateTime stamp) {
        return !stamp.isBefore(attempt.startedAt().minus(AROUND))
                && !stamp.isAfter(attempt.endedAt().plus(AROUND));
    }

    /** The code of a dossier holds the date of its reception (Thông tư 01/2018/TT-VPCP, article 19). */
    private Optional<String> laterThanCode(Shows received) {
        var there = received.day();
        return DossierCode.parse(dossier.code())
                .map(DossierCode::date)
                .filter(date -> there != null && there.isAfter(date) && !there.equals(ours()))
                .map(date -> "Ngày trong mã hồ sơ là %s, sớm hơn ngày tiếp nhận hệ thống này ghi."
                        .formatted(Spoken.date(date)));
    }

    private java.time.LocalDate ours() {
        return dossier.receivedAt().atZoneSameInstant(Times.ZONE).toLocalDate();
    }
}
