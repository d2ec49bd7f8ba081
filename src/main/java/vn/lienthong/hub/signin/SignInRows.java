package vn.lienthong.hub.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.json.Times;

/** Sign-ins in the database, so that a browser may come back to any node, and a replay is known on every one. */
@Component
class SignInRows {
    private final JdbcClient jdbc;

    SignInRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Begun(
            UUID id,
            String system,
            String client,
            String returnTo,
            String said,
            String level,
            String nonce,
            String verifier) {}

    void begin(Begun begun, byte[] stateHash, Instant now, Instant ends) {
        jdbc.sql("""
                        insert into sign_in (id, state_hash, system, client, return_to, said, level, nonce, verifier,
                          begun_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        begun.id,
                        stateHash,
                        begun.system,
                        begun.client,
                        begun.returnTo,
                        begun.said,
                        begun.level,
                        begun.nonce,
                        begun.verifier,
                        Times.inOffice(now),
                        Times.inOffice(ends))
                .update();
    }

    /** Once: whoever comes second with the same state finds nothing. */
    Optional<Begun> comeBack(byte[] stateHash, Instant now) {
        var at = Times.inOffice(now);
        return jdbc.sql("""
                        update sign_in set called_at = ? where state_hash = ? and called_at is null and ends_at > ?
                        returning id, system, client, return_to, said, level, nonce, verifier""")
                .params(at, stateHash, at)
                .query((row, n) -> new Begun(
                        row.getObject("id", UUID.class),
                        row.getString("system"),
                        row.getString("client"),
                        row.getString("return_to"),
                        row.getString("said"),
                        row.getString("level"),
                        row.getString("nonce"),
                        row.getString("verifier")))
                .optional();
    }

    void signedIn(UUID id, byte[] codeHash, byte[] sealed, Instant codeEnds) {
        jdbc.sql("update sign_in set code_hash = ?, sealed = ?, code_ends = ? where id = ?")
                .params(codeHash, sealed, Times.inOffice(codeEnds), id)
                .update();
    }

    /** Once, and by the system that began it. */
    Optional<byte[]> fetch(byte[] codeHash, String client, Instant now) {
        return jdbc.sql("""
                        with opened as (select id, sealed from sign_in
                          where code_hash = ? and client = ? and code_ends > ? and sealed is not null for update)
                        update sign_in s set sealed = null from opened where s.id = opened.id returning opened.sealed""")
                .params(codeHash, client, Times.inOffice(now))
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** A day after its end nobody asks any more, not even with a replay. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.sql("delete from sign_in where ends_at < now() - interval '1 day'").update();
    }
}
