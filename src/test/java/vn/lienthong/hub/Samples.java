package vn.lienthong.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.security.Caller;
import vn.lienthong.hub.security.UnitScope;

/** Synthetic dossiers and events of xã Đại Sơn. */
public final class Samples {
    public static final Caller DAI_SON = new Caller("dai-son", Set.of("upstream"), new UnitScope(Set.of("31/11086")));
    private static final AtomicInteger ORDINAL = new AtomicInteger();

    private Samples() {}

    /** A code of 12 August 2025 that no other sample has. */
    public static String code() {
        return "H24.129-250812-%04d".formatted(ORDINAL.incrementAndGet());
    }

    /** A registration of a certified copy, received at the counter on the morning of 12 August 2025. */
    public static ObjectNode registration(String code) {
        var body = Json.MAPPER.createObjectNode();
        body.put("code", code)
                .put("procedure", "2.000815")
                .put("channel", "counter")
                .put("receivedAt", "2025-08-12T09:15:00+07:00")
                .put("summary", "Chứng thực bản sao từ bản chính");
        body.putObject("unit").put("province", "31").put("commune", "11086");
        body.putObject("applicant")
                .put("kind", "citizen")
                .put("name", "Nguyễn Văn Mẫu")
                .put("idNumber", "030085000000");
        return body;
    }

    /** An event of the same day, at a time such as {@code 10:00:00}. */
    public static ObjectNode event(String kind, String time) {
        return Json.MAPPER.createObjectNode().put("event", kind).put("occurredAt", "2025-08-12T" + time + "+07:00");
    }

    /** Do number, name, date of birth and sex belong together? Asked for the officer of a dossier. */
    public static ObjectNode question() {
        var question = Json.MAPPER.createObjectNode();
        question.put("idNumber", "030085000000")
                .put("name", "Nguyễn Văn Mẫu")
                .put("dateOfBirth", "1985-02-28")
                .put("sex", "male")
                .put("purpose", "Đăng ký khai sinh");
        question.putObject("officer").put("idNumber", "030180000000");
        return question;
    }
}
