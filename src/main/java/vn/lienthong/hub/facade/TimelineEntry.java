package vn.lienthong.hub.facade;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;
import vn.lienthong.hub.ledger.Entry;
import vn.lienthong.hub.ledger.Former;

/** An entry as the contract shows it: what happened, never the applicant's data. */
record TimelineEntry(
        UUID id,
        int seq,
        String event,
        OffsetDateTime occurredAt,
        OffsetDateTime receivedAt,
        OffsetDateTime recordedAt,
        @Nullable Boolean startsClock,
        @Nullable FormerReception former,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) ObjectNode data) {
    private static final List<String> SHOWN =
            List.of("step", "supplement", "fee", "result", "reason", "note", "correction", "noted", "part");

    record FormerReception(
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable String source,
            @Nullable String calendarVersion,
            @Nullable String ruleVersion,
            @Nullable String processVersion) {
        static FormerReception of(Former former) {
            return new FormerReception(
                    former.receivedAt(),
                    former.dueAt(),
                    former.dueSource(),
                    former.calendarVersion(),
                    former.ruleVersion(),
                    former.processVersion());
        }
    }

    static TimelineEntry of(Entry entry) {
        var former = entry.former();
        return new TimelineEntry(
                entry.id(),
                entry.seq(),
                entry.kind().word(),
                Times.inOffice(entry.occurredAt().toInstant()),
                Times.inOffice(entry.receivedAt().toInstant()),
                Times.inOffice(entry.recordedAt().toInstant()),
                entry.beginsNothing() ? false : null,
                former == null ? null : FormerReception.of(former),
                shown(entry.body()));
    }

    private static ObjectNode shown(JsonNode body) {
        var data = Json.MAPPER.createObjectNode();
        for (var field : SHOWN) {
            if (body.hasNonNull(field)) {
                data.set(field, body.get(field));
            }
        }
        return data;
    }
}
