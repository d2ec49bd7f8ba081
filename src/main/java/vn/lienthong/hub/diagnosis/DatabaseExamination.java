package vn.lienthong.hub.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which database it is, and whether it keeps what it has said yes to. */
@Component
class DatabaseExamination implements Examination {
    private static final String SUBJECT = "database";
    private static final int OLDEST = 15;
    private static final int NANOS = 1_000_000;
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcClient jdbc;

    DatabaseExamination(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var begin = System.nanoTime();
        var version = setting("server_version");
        var millis = (System.nanoTime() - begin) / NANOS;
        var major = Integer.parseInt(version.replaceFirst("\\D.*", ""));
        found.add((major < OLDEST ? Symptom.DATABASE_OLD : Symptom.DATABASE).of(SUBJECT, version, millis));
        DURABLE.stream()
                .filter(name -> setting(name).equals("off"))
                .forEach(name -> found.add(Symptom.DATABASE_UNSAFE.of(SUBJECT, name)));
        return found;
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
