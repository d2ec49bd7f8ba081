package vn.lienthong.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.TestHub;

class SealingIT {
    JdbcTemplate jdbc;
    TransactionTemplate transaction;
    Audit audit;
    Sealing sealing;

    @BeforeEach
    void useANewDatabase() {
        var database = new DriverManagerDataSource(TestHub.fresh(), "postgres", "");
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        audit = new Audit(jdbc, transaction, Clock.systemUTC());
        sealing = new Sealing(jdbc, transaction, Clock.systemUTC());
    }

    @Test
    void chainsBatchAfterBatch() {
        writeAndSeal("a", "b");
        writeAndSeal("c");

        assertThat(jdbc.queryForList("select rows from audit_seal order by last_id", Integer.class))
                .containsExactly(2, 1);
        assertThat(sealing.firstBroken()).isZero();
    }

    @Test
    void findsAChangedRow() {
        writeAndSeal("a", "b");
        writeAndSeal("c");
        jdbc.update("update audit set purpose = 'another' where id = 1");

        assertThat(sealing.firstBroken()).isEqualTo(2);
    }

    @Test
    void findsARemovedRow() {
        writeAndSeal("a", "b");
        jdbc.update("delete from audit where id = 2");

        assertThat(sealing.firstBroken()).isEqualTo(2);
    }

    @Test
    void findsARowSlippedIn() {
        writeAndSeal("a", "b");
        jdbc.update("delete from audit where id = 1");
        writeAndSeal("c");
        jdbc.update("insert into audit (id, at, actor, action) overriding system value values (1, now(), 'x', 'y')");

        assertThat(sealing.firstBroken()).isEqualTo(2);
    }

    @Test
    void findsABatchThatWasRemovedTogetherWithItsSeal() {
        writeAndSeal("a", "b");
        writeAndSeal("c");
        jdbc.update("delete from audit where id <= 2");
        jdbc.update("delete from audit_seal where last_id = 2");

        assertThat(sealing.firstBroken()).isEqualTo(3);
    }

    @Test
    void findsWordsThatWereMovedFromOneColumnToTheNext() {
        audit.record(AuditRow.of("a:b", "c", "d")).join();
        writeAndSeal("e");
        jdbc.update("update audit set actor = 'a', action = 'b:c' where id = 1");

        assertThat(sealing.firstBroken()).isEqualTo(2);
    }

    @Test
    void leavesSealingToTheNodeThatIsAtIt() {
        audit.record(AuditRow.of("tester", "test", "a")).join();
        transaction.executeWithoutResult(other -> {
            jdbc.queryForList("select pg_advisory_xact_lock(?)", 0x5EA1L);
            inAnotherTransaction(sealing::run);
            inAnotherTransaction(sealing::run);
            assertThat(sealsSeenFromOutside()).isZero();
        });
        seal();
        assertThat(sealsSeenFromOutside()).isEqualTo(1);
    }

    @Test
    void waitsForRowsThatAreNumberedAndNotYetCommitted() {
        transaction.executeWithoutResult(slow -> {
            audit.write(List.of(AuditRow.of("slow", "test", "a")));
            audit.record(AuditRow.of("fast", "test", "b")).join();
            inAnotherTransaction(sealing::run);
            inAnotherTransaction(sealing::run);
            assertThat(sealsSeenFromOutside()).isZero();
        });
        seal();

        assertThat(jdbc.queryForList("select rows from audit_seal", Integer.class))
                .containsExactly(2);
    }

    private int sealsSeenFromOutside() {
        var count = new int[1];
        inAnotherTransaction(() -> count[0] = jdbc.queryForObject("select count(*) from audit_seal", Integer.class));
        return count[0];
    }

    private static void inAnotherTransaction(Runnable act) {
        try {
            Thread.ofPlatform().start(act).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAndSeal(String... dossiers) {
        for (var dossier : dossiers) {
            audit.record(AuditRow.of("tester", "test", dossier)).join();
        }
        seal();
    }

    /** Twice is enough, unless another story is in a transaction of its own on the same server. */
    private void seal() {
        var seals = sealsSeenFromOutside();
        await().until(() -> {
            sealing.run();
            return sealsSeenFromOutside() > seals;
        });
    }
}
