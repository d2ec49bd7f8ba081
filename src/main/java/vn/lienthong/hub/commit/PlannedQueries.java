package vn.lienthong.hub.commit;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Queries whose best plan depends on what is asked: since when, of whose units, by which cause. Each is planned for its
 * values. A statement that the driver keeps is after ten calls planned for any values, and reads a whole table for the
 * last hours of it.
 */
@Component
public class PlannedQueries {
    private final JdbcClient client;

    public PlannedQueries(DataSource source) {
        this.client = JdbcClient.create(new NeverKept(source));
    }

    public StatementSpec sql(String sql) {
        return client.sql(sql);
    }

    private static final class NeverKept extends JdbcTemplate {
        NeverKept(DataSource source) {
            super(source);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
