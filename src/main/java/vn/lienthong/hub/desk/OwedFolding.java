package vn.lienthong.hub.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sums up what became owed, in one statement: rows are taken away and their sum is added, or neither. Two nodes at once
 * take different rows.
 */
@Component
class OwedFolding {
    private static final String FOLD = """
            with taken as (
              delete from delivery_owed where ctid = any (array(
                select ctid from delivery_owed where (system, slot) in (
                  select system, slot from delivery_owed
                  where slot >= (select max(slot) - interval '2 hours' from delivery_owed)
                  group by system, slot having count(*) > 1)
                limit 5000 for update skip locked))
              returning system, slot, n)
            insert into delivery_owed (system, slot, n)
            select system, slot, sum(n) from taken group by system, slot""";

    private final JdbcClient jdbc;

    OwedFolding(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "${hub.desk.fold-every:PT1M}")
    void fold() {
        jdbc.sql(FOLD).update();
    }
}
