package vn.lienthong.hub.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** {@code {"from": …, "items": [{…}, …]}}; an empty cell has no member. */
final class JsonRows implements Rows {
    private final Table table;
    private final JsonGenerator json;

    JsonRows(Table table, OutputStream out) throws IOException {
        this.table = table;
        this.json = Json.MAPPER.createGenerator(out);
        // what breaks must not be made to look whole when the generator is closed
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.writeStartObject();
        for (var fact : table.facts()) {
            member(fact.name(), fact.value());
        }
        json.writeArrayFieldStart("items");
    }

    @Override
    public void add(@Nullable Object... cells) throws IOException {
        json.writeStartObject();
        var within = "";
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i];
            if (cell != null) {
                var name = table.columns().get(i).name();
                within = step(within, object(name));
                member(name.substring(name.indexOf('.') + 1), cell);
            }
        }
        step(within, "");
        json.writeEndObject();
    }

    private static String object(String name) {
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }

    /** From within one object of the row, or none, into another. */
    private String step(String from, String to) throws IOException {
        if (!from.equals(to)) {
            if (!from.isEmpty()) {
                json.writeEndObject();
            }
            if (!to.isEmpty()) {
                json.writeObjectFieldStart(to);
            }
        }
        return to;
    }

    private void member(String name, Object value) throws IOException {
        json.writeFieldName(name);
        if (value == Table.UNKNOWN) {
            json.writeNull();
            return;
        }
        switch (value) {
            case OffsetDateTime time -> json.writeString(Times.text(Times.inOffice(time.toInstant())));
            case LocalDate day -> json.writeString(day.toString());
            default -> json.writePOJO(value);
        }
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
