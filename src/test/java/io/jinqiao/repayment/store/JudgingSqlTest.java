package io.jinqiao.repayment.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.repayment.store.JudgingSql.Neighbours;
import io.jinqiao.repayment.store.JudgingSql.Rows;
import io.jinqiao.support.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class JudgingSqlTest {

    /** The database knows nothing of rows this transaction wrote: it would go through all of them for each of them. */
    @ParameterizedTest
    @CsvSource({"true, true, true, true", "false, true, false, false", "false, false, false, false"})
    void rowsOfAFileAreNeverJoinedWithThemselves(boolean older, boolean before, boolean same, boolean after) throws Exception {
        try (HikariDataSource pool = TestDatabase.migrated();
                var connection = pool.getConnection()) {
            JdbcClient db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            connection.setAutoCommit(false);
            db.sql(JudgingSql.STAGED_MORE).update();
            String more = new JudgingSql(new Neighbours(older, before, same, after), false).more(Rows.REPEATED);
            var asked = db.sql("EXPLAIN " + more).param("file", 1L).param("bank", "bank-a").param("repeated", new String[] {"A1"});
            List<String> plan = (more.contains(":first") ? asked.param("first", LocalDate.EPOCH) : asked).query(String.class).list();
            assertThat(plan).anyMatch(line -> line.contains("WindowAgg")).noneMatch(line -> line.contains("CTE Scan"));
        }
    }
}
