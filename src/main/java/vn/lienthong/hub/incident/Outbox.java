package vn.lienthong.hub.incident;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.incident.Alert.Kind;
import vn.lienthong.hub.incident.AlertSettings.Group;
import vn.lienthong.hub.json.Times;

/** What is to be sent, until it has been. */
@Component
class Outbox {
    private static final String CLAIM = """
            update alert set due_at = ?, attempts = attempts + 1 where id = (
              select id from alert where sent_at is null and due_at <= ? order by due_at limit 1 for update skip locked)
            returning *""";

    private final JdbcClient jdbc;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. A group is told of an occasion once by each of its ways. */
    void put(
            Group group,
            Kind kind,
            String occasion,
            @Nullable UUID incident,
            String subject,
            String body,
            Instant now) {
        channels(group)
                .forEach(channel -> jdbc.sql("""
                                insert into alert (id, occasion, incident, recipients, channel, kind, subject, body,
                                  created_at, due_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                ids.generate(),
                                occasion,
                                incident,
                                group.name(),
                                channel,
                                kind.name(),
                                subject,
                                body,
                                Times.inOffice(now),
                                Times.inOffice(now)))
                        .update());
    }

    private static Stream<String> channels(Group group) {
        var byMail = group.mail().isEmpty() ? Stream.<String>of() : Stream.of("MAIL");
        var byCall = group.webhook() == null ? Stream.<String>of() : Stream.of("WEBHOOK");
        return Stream.concat(byMail, byCall);
    }

    /** Whether the group was, or will be, told that it is open. */
    boolean knows(String group, UUID incident) {
        return jdbc.sql("""
                        select exists (select 1 from alert
                          where incident = ? and recipients = ? and kind in ('OPENED', 'ESCALATED'))""").params(incident, group).query(Boolean.class).single();
    }

    /** Whether the group was, or will be, told of the occasion. */
    boolean holds(String occasion, String group) {
        return jdbc.sql("select exists (select 1 from alert where occasion = ? and recipients = ?)")
                .params(occasion, group)
                .query(Boolean.class)
                .single();
    }

    /** One that is due, for so long this node's. */
    Optional<Alert> claim(Instant now, Duration lease) {
        return jdbc.sql(CLAIM)
                .params(Times.inOffice(now.plus(lease)), Times.inOffice(now))
                .query((row, n) -> alert(row))
                .optional();
    }

    int sentSince(String group, Instant since) {
        return jdbc.sql("select count(*) from alert where recipients = ? and sent_at > ?")
                .params(group, Times.inOffice(since))
                .query(Integer.class)
                .single();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("update alert set sent_at = ?, fault = null where id = ?")
                .params(Times.inOffice(now), id)
                .update();
    }

    /** It was not tried. */
    void postpone(UUID id, Instant dueAt) {
        jdbc.sql("update alert set due_at = ?, attempts = attempts - 1 where id = ?")
                .params(Times.inOffice(dueAt), id)
                .update();
    }

    void later(UUID id, Instant dueAt, String fault) {
        jdbc.sql("update alert set due_at = ?, fault = ? where id = ?")
                .params(Times.inOffice(dueAt), fault, id)
                .update();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("recipients"),
                row.getString("channel"),
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("body"),
                row.getInt("attempts"));
    }
}
