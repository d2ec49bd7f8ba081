package vn.lienthong.hub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {
    @TempDir
    Path home;

    @Test
    void isSetUpToLoseNothing() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show max_connections")).isEqualTo("200");
            assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        try (var postgres = LocalPostgres.temporary()) {
            run(postgres, "create table entry (text text)");
            run(postgres, "insert into entry values ('Nguyễn Văn Mẫu')");
            var url = postgres.url();

            postgres.kill();
            assertThatThrownBy(() -> ask(postgres, "select 1")).isInstanceOf(SQLException.class);
            postgres.resume();

            assertThat(postgres.url()).isEqualTo(url);
            assertThat(ask(postgres, "select upper(text) from entry")).isEqualTo("NGUYỄN VĂN MẪU");
        }
    }

    @Test
    void keepsItsDataFromRunToRun() throws SQLException {
        try (var first = LocalPostgres.start(home, Ports.free())) {
            run(first, "create table entry (text text)");
            run(first, "insert into entry values ('kept')");
        }
        try (var second = LocalPostgres.start(home, Ports.free())) {
            assertThat(ask(second, "select text from entry")).isEqualTo("kept");
            second.restart();
            assertThat(ask(second, "select text from entry")).isEqualTo("kept");
        }
    }

    @Test
    void takesAnotherPortWhereTheWantedOneIsTaken() throws SQLException {
        try (var one = LocalPostgres.temporary();
                var other = LocalPostgres.start(home, one.port())) {
            assertThat(other.port()).isNotEqualTo(one.port());
            assertThat(ask(other, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatAnotherServes() {
        try (var one = LocalPostgres.start(home, Ports.free())) {
            assertThatThrownBy(() -> LocalPostgres.start(home, Ports.free())).isInstanceOf(IllegalStateException.class);
            assertThat(one.port()).isPositive();
        }
    }

    @Test
    void beginsAgainWhereTheFirstStartWasKilled() throws Exception {
        Files.createDirectories(home.resolve("data/base"));
        Files.writeString(home.resolve("data/postgresql.conf"), "");

        try (var postgres = LocalPostgres.start(home, Ports.free())) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void findsAndStopsTheServerOfAKilledHub() throws Exception {
        int port = Ports.free();
        var killed = anotherProcess(home, port);
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        var orphan = Postmaster.of(home.resolve("data"));
        assertThat(orphan).as("PostgreSQL outlives its hub").isPresent();

        try (var postgres = LocalPostgres.start(home, port)) {
            assertThat(orphan.get().isAlive()).isFalse();
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(ask(postgres, "select text from entry")).isEqualTo("from the killed");
        }
    }

    private static Process anotherProcess(Path home, int port) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Served.class.getName());
        command.add(home.toString());
        command.add(String.valueOf(port));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var lines = process.inputReader().lines();
        assertThat(lines.anyMatch(line -> line.equals("ready"))).isTrue();
        return process;
    }

    /** A hub that will be killed. */
    static final class Served {
        public static void main(String[] args) throws Exception {
            var postgres = LocalPostgres.start(Path.of(args[0]), Integer.parseInt(args[1]));
            run(postgres, "create table entry (text text)");
            run(postgres, "insert into entry values ('from the killed')");
            IO.println("ready");
            new CountDownLatch(1).await();
        }
    }

    private static void run(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
