package vn.lienthong.hub.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import vn.lienthong.hub.json.Json;

/** One synthetic dossier, to see what a hub does with it. */
public final class Sample {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int MILLIS_OF_ORDINAL = 100;

    private Sample() {}

    /** A birth registration received at that moment. Its ordinal is the tenth of a second of the day. */
    public static ObjectNode dossier(OffsetDateTime at) {
        var script = Script.daiSon();
        var office = script.office();
        var dice = Dice.of(at.toInstant().toEpochMilli());
        var citizens = new Citizens(script.people(), office.address());
        var request = new Forms(citizens, dice).of("birth", at);
        var body = Json.MAPPER
                .createObjectNode()
                .put("code", "%s-%s-%06d".formatted(office.agency(), DAY.format(at), ordinal(at)))
                .put("procedure", "1.001193")
                .put("channel", "counter")
                .put("receivedAt", Wire.time(at.truncatedTo(ChronoUnit.SECONDS)))
                .put("summary", "Đăng ký khai sinh");
        body.set("unit", office.unit());
        body.set("officer", office.officers().getFirst());
        body.set("applicant", request.applicant().applicant());
        body.set("form", request.form());
        return body;
    }

    private static int ordinal(OffsetDateTime at) {
        return at.get(ChronoField.MILLI_OF_DAY) / MILLIS_OF_ORDINAL;
    }
}
