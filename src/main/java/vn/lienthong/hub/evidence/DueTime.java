package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Procedure.RuleVersion;
import vn.lienthong.hub.deadline.Deadlines;
import vn.lienthong.hub.deadline.NoCalendar;
import vn.lienthong.hub.deadline.Reckoning;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Dossier;

/** Until when, by which versions, and how that was reckoned. */
@Component
class DueTime {
    private final Deadlines deadlines;

    DueTime(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** The reckoning is made again, under the versions that are kept with the dossier. */
    ObjectNode of(Dossier dossier) {
        var node = Json.MAPPER.createObjectNode();
        if (dossier.dueAt() != null) {
            node.put("dueAt", Times.text(dossier.dueAt()));
        }
        put(node, "source", dossier.dueSource());
        put(node, "calendarVersion", dossier.calendarVersion());
        put(node, "ruleVersion", dossier.ruleVersion());
        put(node, "processVersion", dossier.processVersion());
        var then = Optional.ofNullable(dossier.calendarVersion()).flatMap(deadlines::under);
        node.put("underItsCalendar", then.isPresent());
        var way = reckoning(then.orElse(deadlines), dossier);
        way.ifPresent(found -> node.put("reckonedAt", Times.text(found.dueAt())));
        var steps = node.putArray("steps");
        way.map(found -> ReckoningText.of(found, dossier.receivedAt()))
                .orElse(List.of("Không tính lại được: thiếu quy tắc hoặc lịch làm việc."))
                .forEach(steps::add);
        way.map(found -> remark(found, dossier, then.isPresent())).ifPresent(remark -> node.put("remark", remark));
        return node;
    }

    private static Optional<Reckoning> reckoning(Deadlines under, Dossier dossier) {
        try {
            return Optional.ofNullable(dossier.ruleVersion())
                    .map(version -> RuleVersion.parse(version).through(dossier.channel()))
                    .map(rule -> under.reckon(rule, dossier.receivedAt()));
        } catch (NoCalendar | IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String remark(Reckoning way, Dossier dossier, boolean underItsCalendar) {
        var calendar = underItsCalendar
                ? "Tính theo đúng phiên bản lịch làm việc lưu cùng hồ sơ."
                : "Trục không còn phiên bản lịch lưu cùng hồ sơ; phép tính trên theo lịch hiện nay.";
        var dueAt = dossier.dueAt();
        if (dueAt == null) {
            return calendar;
        }
        if (dueAt.isEqual(way.dueAt())) {
            return calendar + " Kết quả trùng hạn của hồ sơ.";
        }
        return calendar
                + ("claimed".equals(dossier.dueSource())
                        ? " Hạn của hồ sơ là hạn in trên giấy hẹn: %s.".formatted(Spoken.moment(dueAt))
                        : " Hạn của hồ sơ tính lúc đăng ký là %s, KHÁC phép tính trên."
                                .formatted(Spoken.moment(dueAt)));
    }

    private static void put(ObjectNode node, String field, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
