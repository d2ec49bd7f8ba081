package vn.lienthong.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.lienthong.hub.TestHub;

class PlannedQueriesIT {
    /** After as many calls of one statement the driver keeps it, and after as many again there is one plan for all. */
    private static final int OFTEN = 12;

    private static final SingleConnectionDataSource ONE =
            new SingleConnectionDataSource(TestHub.fresh(), "postgres", "", true);

    @AfterAll
    static void close() {
        ONE.destroy();
    }

    @Test
    void keepsNoPlanHoweverOftenItIsAsked() {
        var queries = new PlannedQueries(ONE);

        IntStream.range(0, OFTEN)
                .forEach(n -> queries.sql("select ?::int as planned")
                        .param(n)
                        .query(Integer.class)
                        .single());

        assertThat(kept("planned")).isZero();
    }

    @Test
    void differsInThatFromWhatIsAskedOtherwise() {
        IntStream.range(0, OFTEN)
                .forEach(n -> JdbcClient.create(ONE)
                        .sql("select ?::int as usual")
                        .param(n)
                        .query(Integer.class)
                        .single());

        assertThat(kept("usual")).isOne();
    }

    private static int kept(String name) {
        return JdbcClient.create(ONE)
                .sql("select count(*) from pg_prepared_statements where statement like ?")
                .param("%as " + name)
                .query(Integer.class)
                .single();
    }
}
