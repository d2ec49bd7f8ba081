package vn.lienthong.hub.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Locale;

/** Shows what a hub does now as people read it. */
final class ActivityText {
    private static final int PERCENT = 100;

    /** By what the systems are sorted, the most first. */
    enum Order {
        WAITING("waiting"),
        FLIGHT("inFlight"),
        HELD("held"),
        RATE("attempts"),
        AGE("oldestAt");

        private final String field;

        Order(String field) {
            this.field = field;
        }

        /** What is equal stays in the order of names; the oldest comes first, and what has none last. */
        Comparator<JsonNode> comparator() {
            return this == AGE
                    ? Comparator.comparing(queue -> queue.path(field).asText("~"))
                    : Comparator.comparingLong(queue -> -queue.path(field).asLong());
        }
    }

    private final PrintWriter out;
    private final Language language;
    private final JsonNode activity;
    private final OffsetDateTime at;

    ActivityText(PrintWriter out, Language language, JsonNode activity) {
        this.out = out;
        this.language = language;
        this.activity = activity;
        this.at = OffsetDateTime.parse(activity.path("at").asText());
    }

    /** @param all systems too where nothing happens and nothing waits */
    void print(Order order, boolean all) {
        nodes();
        out.println();
        systems(order, all);
        if (!activity.path("runs").isEmpty()) {
            out.println();
            runs();
        }
    }

    private void nodes() {
        var table = language.of(
                new Table("NODE", "EDITION", "VERSION", "SINCE", "ATTEMPTS/MIN", "SEEN"),
                new Table("MÁY", "BẢN", "PHIÊN BẢN", "CHẠY TỪ", "LẦN GỬI/PHÚT", "THẤY LÚC"));
        activity.path("nodes")
                .forEach(node -> table.row(
                        node.path("host").asText(),
                        node.path("edition").asLong(),
                        node.path("version").asText(),
                        DossierText.time(node.path("startedAt").asText()),
                        node.path("attempts")
                                .valueStream()
                                .mapToLong(JsonNode::asLong)
                                .sum(),
                        node.path("alive").asBoolean()
                                ? language.of("now", "bây giờ")
                                : DossierText.time(node.path("seenAt").asText())));
        table.print(out);
    }

    private void systems(Order order, boolean all) {
        var table = language.of(
                new Table("SYSTEM", "BREAKER", "WAITING", "IN FLIGHT", "UNCERTAIN", "HELD", "OLDEST", "ATTEMPTS/MIN"),
                new Table("HỆ THỐNG", "CẦU DAO", "CHỜ", "ĐANG GỬI", "CHƯA RÕ", "BỊ GIỮ", "LÂU NHẤT", "LẦN GỬI/PHÚT"));
        activity.path("systems")
                .valueStream()
                .filter(queue -> all || isBusy(queue))
                .sorted(order.comparator())
                .forEach(queue -> table.row(
                        queue.path("id").asText(),
                        queue.path("breaker").asText(),
                        queue.path("waiting").asLong(),
                        queue.path("inFlight").asLong(),
                        queue.path("uncertain").asLong(),
                        queue.path("held").asLong(),
                        queue.hasNonNull("oldestAt") ? age(queue.path("oldestAt")) : "-",
                        queue.path("attempts").asLong()));
        table.print(out);
    }

    private static boolean isBusy(JsonNode queue) {
        return !queue.path("breaker").asText().equals("closed")
                || queue.path("waiting").asLong()
                                + queue.path("inFlight").asLong()
                                + queue.path("uncertain").asLong()
                                + queue.path("held").asLong()
                                + queue.path("attempts").asLong()
                        > 0;
    }

    private void runs() {
        var table = language.of(
                new Table("RUN", "ID", "SYSTEM", "STATE", "DONE", "OF", "%", "BY", "FOR"),
                new Table("VIỆC", "MÃ", "HỆ THỐNG", "TRẠNG THÁI", "XONG", "TRÊN", "%", "DO", "TRONG"));
        activity.path("runs")
                .forEach(run -> table.row(
                        name(run),
                        run.path("id").asText(),
                        run.path("system").asText("-"),
                        run.path("state").asText().toLowerCase(Locale.ROOT),
                        run.path("done").asLong(),
                        run.hasNonNull("of") ? run.path("of").asLong() : "-",
                        share(run),
                        run.path("startedBy").asText(),
                        age(run.path("startedAt"))));
        table.print(out);
    }

    private static String name(JsonNode run) {
        var kind = run.path("kind").asText().toLowerCase(Locale.ROOT);
        return run.hasNonNull("what") ? kind + " " + run.path("what").asText().toLowerCase(Locale.ROOT) : kind;
    }

    private static Object share(JsonNode run) {
        var of = run.path("of").asLong();
        return of == 0 ? "-" : run.path("done").asLong() * PERCENT / of;
    }

    private String age(JsonNode since) {
        var age = Duration.between(OffsetDateTime.parse(since.asText()), at);
        return age.toHours() > 0
                ? age.toHours() + "h" + age.toMinutesPart() + "m"
                : age.toMinutes() > 0 ? age.toMinutes() + "m" + age.toSecondsPart() + "s" : age.toSeconds() + "s";
    }
}
