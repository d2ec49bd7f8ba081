package vn.lienthong.hub.published;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.intake.Observation;
import vn.lienthong.hub.intake.Observer;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.SubmissionRefused;

/** Takes records of catalogues: {@code catalogue, code, title, field, from, to} and the {@code record} as published. */
@Component
class CatalogueItems implements Observer {
    private final ItemRows rows;
    private final InstantSource clock;

    CatalogueItems(ItemRows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "catalogue-item";
    }

    @Override
    public JsonNode take(Observation observation) {
        var data = observation.data();
        var item = new Item(
                required(data, "code"),
                0,
                required(data, "title"),
                data.path("field").textValue(),
                day(data, "from"),
                day(data, "to"),
                Times.inOffice(clock.instant()));
        var news = rows.add(required(data, "catalogue"), item, Json.sha256(Json.canonical(data.path("record"))));
        return Json.MAPPER.createObjectNode().put("news", news);
    }

    private static String required(JsonNode data, String field) {
        var text = data.path(field).asText("");
        if (text.isBlank()) {
            throw new SubmissionRefused("request.invalid", 422, "missing", "/data/" + field);
        }
        return text;
    }

    private static @Nullable LocalDate day(JsonNode data, String field) {
        try {
            return data.hasNonNull(field) ? LocalDate.parse(data.get(field).asText()) : null;
        } catch (DateTimeException e) {
            throw new SubmissionRefused("request.invalid", 422, "not a date", "/data/" + field);
        }
    }
}
