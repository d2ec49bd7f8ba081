package vn.lienthong.hub.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;

/** By which citizens dossiers are found, filled behind the reports. What is tried here is taken back. */
class CitizenFillingIT extends HubStory {
    private static final String NUMBER = "030085000000"; // of every sample

    @Autowired
    JdbcTemplate batches;

    @Autowired
    TransactionTemplate transaction;

    private final CitizenKey other = new CitizenKey("another-key-than-that-of-the-other-stories");
    private CitizenFilling filling;

    @BeforeEach
    void withAnotherKey() {
        register(code);
        await().atMost(PATIENCE)
                .until(() -> !jdbc.sql("select 1 from dossier_citizen_filling")
                        .query()
                        .listOfRows()
                        .isEmpty());
        filling = new CitizenFilling(jdbc, batches, other, CLOCK);
    }

    /** As the next rounds would, with the place for themselves. */
    private byte[] filledBy(Runnable before) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("select 1 from dossier_citizen_filling for update").query().listOfRows();
            before.run();
            toTheEnd();
            return jdbc.sql("select citizen from dossier_citizen where dossier = ?")
                    .param(code)
                    .query(byte[].class)
                    .single();
        }));
    }

    private void toTheEnd() {
        var more = true;
        while (more) {
            more = filling.step();
        }
    }

    @Test
    void notesAllThereAreAnewWithAnotherKey() {
        assertThat(filledBy(() -> {})).isEqualTo(other.hash(NUMBER));
    }

    @Test
    void findsWhatWasCommittedLate() {
        assertThat(filledBy(() -> {
                    filling.step(); // begins anew
                    toTheEnd();
                    jdbc.sql("delete from dossier_citizen where dossier = ?")
                            .param(code)
                            .update();
                    jdbc.sql("""
                            update dossier_citizen_filling set up_to = (select recorded_at from entry where dossier = ?)
                              + interval '30 seconds'""").param(code).update();
                }))
                .isEqualTo(other.hash(NUMBER));
    }
}
