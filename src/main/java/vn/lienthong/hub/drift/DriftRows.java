package vn.lienthong.hub.drift;

import static vn.lienthong.hub.commit.Rows.time;
import static vn.lienthong.hub.commit.Rows.timeOrNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.delivery.AttemptsMade.Made;
import vn.lienthong.hub.json.Json;
import vn.lienthong.hub.json.Times;

/** What is known, and what moved, in the database. */
@Component
class DriftRows {
    private static final String BEGIN = """
            insert into answer_known (system, operation, aspect, place, samples, known) values (?, ?, ?, ?, 0, '{}')
            on conflict do nothing""";
    private static final String AT = " where system = ? and operation = ? and aspect = ? and place = ?";
    /** Nodes that see the same at the same time notice it once. */
    private static final String NOTICE = """
            insert into drift (id, system, operation, aspect, place, moves, digest, delivery, attempt, noticed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final int DIGEST = 16;

    private final JdbcClient jdbc;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    DriftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Known find(Known.Place place) {
        return jdbc.sql("select samples, known from answer_known" + AT)
                .params(place.system(), place.operation(), place.aspect().name(), place.at())
                .query((row, n) -> known(row))
                .optional()
                .orElse(Known.NOTHING);
    }

    /** No other node learns of it until the transaction ends. */
    Known lock(Known.Place place) {
        var at = new Object[] {place.system(), place.operation(), place.aspect().name(), place.at()};
        jdbc.sql(BEGIN).params(at).update();
        return jdbc.sql("select samples, known from answer_known" + AT + " for update")
                .params(at)
                .query((row, n) -> known(row))
                .single();
    }

    private static Known known(ResultSet row) throws SQLException {
        var tree = Json.parse(row.getString("known").getBytes(StandardCharsets.UTF_8));
        return new Known(row.getInt("samples"), tree);
    }

    void learn(Known.Place place, Known known) {
        jdbc.sql("update answer_known set samples = ?, known = ?" + AT)
                .params(
                        known.samples(),
                        Json.text(known.tree()),
                        place.system(),
                        place.operation(),
                        place.aspect().name(),
                        place.at())
                .update();
    }

    void notice(Known.Place place, List<Move> moves, @Nullable Made shownBy, Instant now) {
        var text = Json.text(moves);
        var digest = HexFormat.of().formatHex(Json.sha256(text.getBytes(StandardCharsets.UTF_8)), 0, DIGEST);
        jdbc.sql(NOTICE)
                .params(Arrays.asList(
                        ids.generate(),
                        place.system(),
                        place.operation(),
                        place.aspect().name(),
                        place.at(),
                        text,
                        digest,
                        shownBy == null ? null : shownBy.delivery(),
                        shownBy == null ? null : shownBy.n(),
                        Times.inOffice(now)))
                .update();
    }

    List<Drift> list(@Nullable String system, boolean openOnly, int limit) {
        return jdbc.sql("""
                        select * from drift where (?::text is null or system = ?::text) and (not ? or accepted_at is null)
                        order by noticed_at desc, id desc limit ?""")
                .params(Arrays.asList(system, system, openOnly, limit))
                .query((row, n) -> drift(row))
                .list();
    }

    Optional<Drift> accept(UUID id, String by, String note, Instant now) {
        return jdbc.sql("""
                        update drift set accepted_at = ?, accepted_by = ?, note = ? where id = ? and accepted_at is null
                        returning *""")
                .params(Times.inOffice(now), by, note, id)
                .query((row, n) -> drift(row))
                .optional();
    }

    Map<String, Long> open() {
        return jdbc
                .sql("select system, count(*) as n from drift where accepted_at is null group by system")
                .query((row, n) -> Map.entry(row.getString("system"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of one aspect that has but one place, by system. */
    Map<String, JsonNode> known(Aspect aspect) {
        return jdbc
                .sql("select system, samples, known from answer_known where aspect = ? and operation = ''")
                .param(aspect.name())
                .query((row, n) -> Map.entry(row.getString("system"), known(row).tree()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Drift drift(ResultSet row) throws SQLException {
        return new Drift(
                row.getObject("id", UUID.class),
                row.getString("system"),
                row.getString("operation"),
                Aspect.valueOf(row.getString("aspect")),
                row.getString("place"),
                Json.MAPPER.convertValue(
                        Json.parse(row.getString("moves").getBytes(StandardCharsets.UTF_8)), new TypeReference<>() {}),
                row.getObject("delivery", Long.class),
                row.getObject("attempt", Integer.class),
                time(row, "noticed_at"),
                timeOrNull(row, "accepted_at"),
                row.getString("accepted_by"),
                row.getString("note"));
    }
}
