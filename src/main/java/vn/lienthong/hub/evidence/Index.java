package vn.lienthong.hub.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** What a package of many dossiers begins with: a line for each, and how many of which kind. */
final class Index {
    private final Period period;
    private final OffsetDateTime madeAt;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Verdict.Word, Integer> verdicts = new EnumMap<>(Verdict.Word.class);
    private int differing;
    private int discrepancies;

    Index(Period period, OffsetDateTime madeAt) {
        this.period = period;
        this.madeAt = madeAt;
    }

    /** As short as can be: there is one in memory for every dossier of the package. */
    private record Line(
            String code,
            String receivedAt,
            @Nullable String dueAt,
            @Nullable String finishedAt,
            Verdict.Word verdict,
            boolean differs,
            int discrepancies) {}

    void add(JsonNode evidence) {
        var line = new Line(
                evidence.at("/dossier/code").asText(),
                evidence.at("/clocks/receivedAt").asText(),
                evidence.at("/deadline/dueAt").textValue(),
                evidence.at("/clocks/finishedAt").textValue(),
                Verdict.Word.valueOf(evidence.at("/verdict/word").asText()),
                evidence.at("/clocks/differs").asBoolean(),
                evidence.path("discrepancies").size());
        lines.add(line);
        verdicts.merge(line.verdict, 1, Integer::sum);
        differing += line.differs ? 1 : 0;
        discrepancies += line.discrepancies > 0 ? 1 : 0;
    }

    ObjectNode json() {
        var tree = Json.MAPPER.createObjectNode();
        tree.put("format", Manifest.FORMAT).put("madeAt", Times.text(madeAt));
        var asked = tree.putObject("period")
                .put("from", Times.text(period.from()))
                .put("to", Times.text(period.to()))
                .put("withDiscrepancies", period.withDiscrepancies());
        if (period.province() != null) {
            asked.put("province", period.province());
        }
        if (period.commune() != null) {
            asked.put("commune", period.commune());
        }
        tree.set("totals", totals());
        tree.set("dossiers", Json.MAPPER.valueToTree(lines));
        return tree;
    }

    private ObjectNode totals() {
        var totals = Json.MAPPER.createObjectNode().put("dossiers", lines.size());
        for (var word : Verdict.Word.values()) {
            totals.put(word.name(), verdicts.getOrDefault(word, 0));
        }
        return totals.put("shownOtherwise", differing).put("withDiscrepancies", discrepancies);
    }

    byte[] html() {
        var html = new Html("Bằng chứng thời hạn giải quyết hồ sơ: danh mục");
        html.paragraph("Hồ sơ tiếp nhận từ %s đến trước %s%s%s."
                        .formatted(
                                Spoken.exact(period.from()),
                                Spoken.exact(period.to()),
                                unit(),
                                period.withDiscrepancies() ? ", chỉ hồ sơ có chênh lệch" : ""))
                .table("Tổng hợp", "Số hồ sơ")
                .row("Trong gói", String.valueOf(lines.size()));
        for (var word : Verdict.Word.values()) {
            html.row(word.vietnamese(), String.valueOf(verdicts.getOrDefault(word, 0)));
        }
        html.row("Hệ thống khác lưu giờ khác giờ gốc", String.valueOf(differing))
                .row("Có chênh lệch phát hiện khi đối soát", String.valueOf(discrepancies))
                .end()
                .table("Mã hồ sơ", "Tiếp nhận", "Hạn trả", "Kết thúc", "Kết luận", "Hệ thống khác", "Chênh lệch");
        lines.forEach(line -> row(html, line));
        return html.end()
                .small("Lập lúc %s. Kiểm tra cả gói: java -jar hub.jar evidence verify GÓI.zip --key KHÓA.pem"
                        .formatted(Spoken.exact(madeAt)))
                .bytes();
    }

    private String unit() {
        return period.province() == null
                ? ""
                : ", đơn vị " + period.province() + (period.commune() == null ? "" : "/" + period.commune());
    }

    private static void row(Html html, Line line) {
        html.linkedRow(
                "dossiers/" + line.code + ".html",
                line.code,
                time(line.receivedAt),
                time(line.dueAt),
                time(line.finishedAt),
                line.verdict.vietnamese(),
                line.differs ? "ghi KHÁC" : "",
                line.discrepancies == 0 ? "" : String.valueOf(line.discrepancies));
    }

    private static String time(@Nullable String at) {
        return at == null ? Html.NOTHING : Spoken.exact(OffsetDateTime.parse(at));
    }
}
