package io.jinqiao.repayment.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.repayment.model.DueDays;
import io.jinqiao.support.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One rule for the days on which instalments fall due, in Java and in SQL. */
class DueDaysTest {
    @ParameterizedTest(name = "paid out {0}, first due {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-08-31 | 2026-09-30 | 2026-09-30 2026-10-31 2026-11-30 2026-12-31
            2026-01-31 | 2026-02-28 | 2026-02-28 2026-03-31 2026-04-30 2026-05-31
            2026-01-30 | 2026-02-28 | 2026-02-28 2026-03-30 2026-04-30 2026-05-30
            2025-12-31 | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30
            2026-01-31 | 2026-03-20 | 2026-03-20 2026-04-20 2026-05-20 2026-06-20
            2026-01-15 | 2026-02-28 | 2026-02-28 2026-03-28 2026-04-28 2026-05-28
            2024-02-29 | 2024-03-29 | 2024-03-29 2024-04-29 2024-05-29 2024-06-29
            """)
    void aDayCutToAShorterMonthsEndIsThatOfTheDisbursementAgain(LocalDate disbursedOn, LocalDate firstDue, String expected) {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(new DueDays(disbursedOn, firstDue)::of)).containsExactly(
                Arrays.stream(expected.split(" ")).map(LocalDate::parse).toArray(LocalDate[]::new));
    }

    @Test
    void theDatabaseHasTheSameRule() {
        try (HikariDataSource database = TestDatabase.migrated()) {
            List<String> differ = JdbcClient.create(database)
                    .sql("SELECT d::date AS paid_out, f::date AS first_due, n, repayment_due_on(f::date, d::date, n) AS due FROM generate_series('2024-01-25'::timestamp, '2024-03-02', '1 day') d"
                            + " CROSS JOIN generate_series('2024-02-25'::timestamp, '2024-04-02', '1 day') f CROSS JOIN generate_series(1, 26) n")
                    .query((row, i) -> {
                        LocalDate paidOut = row.getObject("paid_out", LocalDate.class);
                        LocalDate due = row.getObject("due", LocalDate.class);
                        LocalDate ours = new DueDays(paidOut, row.getObject("first_due", LocalDate.class)).of(row.getInt("n"));
                        return due.equals(ours) ? "" : paidOut + " " + row.getString("first_due") + " " + row.getInt("n") + ": " + ours + ", not " + due;
                    })
                    .list();
            assertThat(differ).hasSizeGreaterThan(30_000).allMatch(String::isEmpty);
        }
    }
}
