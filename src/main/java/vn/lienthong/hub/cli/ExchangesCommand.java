package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.hub.json.Json;

@Command(
        name = "exchanges",
        mixinStandardHelpOptions = true,
        description = "Show what went to a system and what came back, attempt by attempt; people are masked.",
        footer = {
            "",
            "Xem nội dung đã gửi và trả lời của từng lần gửi; thông tin cá nhân được che.",
            "Xem không che phải nêu lý do, và được ghi lại: --unmasked LÝ-DO"
        })
final class ExchangesCommand extends HubCommand {
    @Parameters(paramLabel = "DELIVERY", description = "Its number; 'hub trace' names them.")
    private long delivery;

    @Option(names = "--unmasked", paramLabel = "PURPOSE", description = "As it was; who asked and why goes on record.")
    @Nullable
    private String purpose;

    @Option(names = "--diff", paramLabel = "N,N", split = ",", description = "Only where two attempts differ.")
    private int @Nullable [] diff;

    @Override
    String localClient() {
        return OPS;
    }

    @Override
    int run(HubClient hub) {
        var path = "/deliveries/%d/exchanges".formatted(delivery);
        if (diff != null) {
            showDifference(hub, path, diff);
            return ExitCode.OK;
        }
        var exchanges = purpose == null
                ? hub.get(path).body()
                : hub.post(path + "/disclosure", Json.MAPPER.createObjectNode().put("purpose", purpose), null)
                        .body();
        if (json()) {
            print(exchanges);
        } else {
            show(exchanges);
        }
        return ExitCode.OK;
    }

    private void showDifference(HubClient hub, String path, int[] numbers) {
        if (numbers.length != 2) {
            throw wrongUsage("Name two attempts, such as --diff 1,2.");
        }
        var changes = hub.get("%s/difference?one=%d&other=%d".formatted(path, numbers[0], numbers[1]))
                .body();
        if (json()) {
            print(changes);
            return;
        }
        var table = new Table(
                language().of("WHERE", "Ở ĐÂU"),
                language().of("ATTEMPT ", "LẦN ") + numbers[0],
                language().of("ATTEMPT ", "LẦN ") + numbers[1]);
        changes.path("items")
                .forEach(change -> table.row(
                        change.path("where").asText(),
                        change.path("one").asText("-"),
                        change.path("other").asText("-")));
        table.print(out());
    }

    private void show(JsonNode exchanges) {
        out().printf(
                        language().of("Delivery %d to %s: %s of %s%n", "Lần gửi %d tới %s: %s của %s%n"),
                        delivery,
                        exchanges.path("system").asText(),
                        exchanges.path("operation").asText(),
                        exchanges.path("dossier").asText());
        section(language().of("Message", "Bản tin"), pretty(exchanges.path("message")));
        exchanges.path("attempts").forEach(this::attempt);
    }

    private void attempt(JsonNode attempt) {
        out().printf(
                        language().of("%nAttempt %d, %s at %s: %s %s %s%n", "%nLần thử %d, %s lúc %s: %s %s %s%n"),
                        attempt.path("n").asInt(),
                        attempt.path("kind").asText().toLowerCase(java.util.Locale.ROOT),
                        DossierText.time(attempt.path("startedAt").asText()),
                        attempt.path("outcome").asText(),
                        attempt.path("code").asText(""),
                        attempt.path("words").asText(""));
        if (!attempt.path("kept").asBoolean()) {
            out().println(language().of("  nothing was kept of it", "  không lưu gì của lần này"));
        }
        attempt.path("mapped")
                .forEach(one -> section(
                        language().of("Mapped by ", "Ánh xạ bởi ")
                                + one.path("mapping").asText(),
                        pretty(one.path("result"))));
        attempt.path("calls").forEach(this::call);
    }

    private void call(JsonNode call) {
        section(
                language()
                        .of("Sent %s %s", "Đã gửi %s %s")
                        .formatted(
                                call.path("method").asText(), call.path("path").asText()),
                body(call, "sent", "sentSize"));
        section(
                language().of("Answered ", "Trả lời ")
                        + call.path("status").asText(call.path("failure").asText("-")),
                body(call, "answer", "answerSize"));
    }

    private String body(JsonNode call, String body, String size) {
        return call.hasNonNull(body)
                ? call.path(body).asText()
                : language()
                        .of("(%,d bytes that are not shown)", "(%,d byte không hiển thị)")
                        .formatted(call.path(size).asLong());
    }

    private void section(String title, String text) {
        out().println("  " + title);
        if (!text.isEmpty()) {
            out().println(text.indent(4).stripTrailing());
        }
    }

    private static String pretty(JsonNode tree) {
        return tree.isMissingNode() ? "" : tree.toPrettyString();
    }
}
