package vn.lienthong.hub.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.hub.json.Times;

/**
 * Notes by which citizens dossiers are found, behind the reports. What was noted stays as it is, so that a step may be
 * done twice; one node does it at a time.
 */
@Component
class CitizenFilling {
    private static final int AT_ONCE = 1000;
    /** No report is longer on its way from its moment to its commit, whatever the clocks of the nodes. */
    private static final Duration LATEST = Duration.ofMinutes(1);

    private static final String NUMBER = "d.body::json #>> '{applicant,idNumber}' as number";
    private static final String BY_CODE =
            "select d.code, " + NUMBER + " from dossier d where d.code > ? order by d.code limit " + AT_ONCE;
    private static final String RECORDED = "select d.code, " + NUMBER + """
            , e.recorded_at from entry e join dossier d on d.code = e.dossier
            where e.recorded_at >= ? and e.seq = 1
              and not exists (select 1 from dossier_citizen c where c.dossier = e.dossier)
            order by e.recorded_at limit\s""" + AT_ONCE;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CitizenKey key;
    private final InstantSource clock;

    CitizenFilling(JdbcClient jdbc, JdbcTemplate batches, CitizenKey key, InstantSource clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.key = key;
        this.clock = clock;
    }

    private record Progress(byte[] mark, @Nullable String filled, OffsetDateTime upTo) {}

    private record Found(String dossier, @Nullable String number) {}

    /** Whether there may be more at once. */
    @Transactional
    boolean step() {
        var now = Times.inOffice(clock.instant());
        jdbc.sql("""
                insert into dossier_citizen_filling (key_mark, filled, up_to)
                select ?, '', ? where not exists (select 1 from dossier_citizen_filling) on conflict do nothing""").params(key.mark(), now).update();
        var mine = jdbc.sql("select * from dossier_citizen_filling for update skip locked")
                .query((row, n) -> progress(row))
                .optional();
        return mine.isPresent() && went(mine.get(), now);
    }

    private boolean went(Progress progress, OffsetDateTime now) {
        if (!java.util.Arrays.equals(progress.mark, key.mark())) {
            jdbc.sql("truncate dossier_citizen").update();
            return note(new Progress(key.mark(), "", now), List.of());
        }
        return progress.filled == null ? follow(progress, now) : fill(progress, progress.filled);
    }

    private boolean fill(Progress progress, String filled) {
        var found =
                jdbc.sql(BY_CODE).param(filled).query((row, n) -> found(row)).list();
        var next = found.size() < AT_ONCE ? null : found.getLast().dossier;
        return note(new Progress(progress.mark, next, progress.upTo), found);
    }

    /** Those that were committed late lie before what it had come to. */
    private boolean follow(Progress progress, OffsetDateTime now) {
        var last = new OffsetDateTime[] {now};
        var found = jdbc.sql(RECORDED)
                .param(progress.upTo.minus(LATEST))
                .query((row, n) -> {
                    last[0] = row.getObject("recorded_at", OffsetDateTime.class);
                    return found(row);
                })
                .list();
        var more = found.size() == AT_ONCE;
        note(new Progress(progress.mark, null, more ? last[0] : now), found);
        return more;
    }

    private boolean note(Progress reached, List<Found> found) {
        batches.batchUpdate(
                "insert into dossier_citizen (dossier, citizen) values (?, ?) on conflict do nothing",
                found.stream()
                        .map(one ->
                                new @Nullable Object[] {one.dossier, one.number == null ? null : key.hash(one.number)})
                        .toList());
        jdbc.sql("update dossier_citizen_filling set key_mark = ?, filled = ?, up_to = ?")
                .params(java.util.Arrays.asList(reached.mark, reached.filled, reached.upTo))
                .update();
        return true;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getBytes("key_mark"), row.getString("filled"), row.getObject("up_to", OffsetDateTime.class));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getString("code"), row.getString("number"));
    }
}
