package vn.lienthong.hub.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.hub.HubStory;

/** How a running hub looks itself through. */
class DiagnosisIT extends HubStory {
    private static final UUID OTHER = UUID.randomUUID();

    @Autowired
    NodesExamination nodes;

    @Autowired
    DatabaseExamination database;

    @Autowired
    SystemsExamination systems;

    @Autowired
    KeyExamination key;

    @Test
    void tellsOfNodesThatRunByAnotherEditionAndOfThoseThatWentSilent() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes.findings())
                        .extracting(Finding::code)
                        .contains("node")
                        .doesNotContain("nodes.differ"));
        jdbc.sql("""
                        insert into node select ?, 'hub-2', version, java, edition + 1, 0, disk_free, started_at,
                          clock_timestamp(), '{}' from node limit 1""").param(OTHER).update();
        assertThat(nodes.findings()).extracting(Finding::code).contains("nodes.differ");

        jdbc.sql("update node set seen_at = clock_timestamp() - interval '10 minutes' where id = ?")
                .param(OTHER)
                .update();
        assertThat(nodes.findings())
                .filteredOn(finding -> finding.subject().equals("hub-2"))
                .extracting(Finding::code)
                .containsExactly("node.silent");
        assertThat(nodes.findings()).extracting(Finding::code).doesNotContain("nodes.differ");
        jdbc.sql("delete from node where id = ?").param(OTHER).update();
    }

    @Test
    void tellsWhenTheDatabaseForgetsWhatItHasSaidYesTo() {
        var off = jdbc.sql("select current_setting('fsync')")
                .query(String.class)
                .single()
                .equals("off");
        assertThat(database.findings()).extracting(Finding::code).contains("database");
        assertThat(database.findings().stream()
                        .anyMatch(finding -> finding.code().equals("database.unsafe")))
                .isEqualTo(off);
    }

    @Test
    void knowsEachSystemAndTheKeyOfEvidence() {
        assertThat(systems.findings())
                .extracting(Finding::subject)
                .contains("public-service-portal", "vnpost", "population");
        assertThat(key.findings()).extracting(Finding::code).containsExactly("key");
    }
}
