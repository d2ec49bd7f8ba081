package vn.lienthong.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.HubStory;

class PlansIT extends HubStory {
    /** After five calls the driver keeps a statement, and after five more the server may keep a plan for any values. */
    private static final int OFTEN = 20;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void areMadeForWhatIsAskedHoweverOftenItIsAsked() {
        var plansForAnyValues = transaction.execute(oneConnection -> {
            IntStream.range(0, OFTEN)
                    .forEach(n -> jdbc.sql("select ?::int as planned")
                            .param(n)
                            .query(Integer.class)
                            .single());
            return jdbc.sql("select generic_plans from pg_prepared_statements where statement like '%as planned'")
                    .query(Integer.class)
                    .single();
        });

        assertThat(plansForAnyValues).isZero();
    }
}
