package io.jinqiao.assessment.gather;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.assessment.scheme.Scheme.Expectation.Vintage;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.support.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LoanBookTest {
    private static final Days DAYS = new Days(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final PartnerId BANK = new PartnerId("bank-b");

    @Test
    void whatArrivesWhileABookIsReadAheadIsInWhatIsCountedOfItsBank() {
        try (HikariDataSource database = TestDatabase.migrated()) {
            JdbcClient real = JdbcClient.create(database);
            for (String view : List.of("stretch", "state")) {
                real.sql("CREATE TABLE made_up AS TABLE repayment_fact_" + view + " WITH NO DATA").update();
                real.sql("DROP VIEW repayment_fact_" + view + " CASCADE").update();
                real.sql("ALTER TABLE made_up RENAME TO repayment_fact_" + view).update();
            }
            real.sql("INSERT INTO repayment_fact_state VALUES ('bank-b', 'before')").update();
            late(real, "L1");
            WorkingCalendar calendar = new WorkingCalendar(List.of(new WorkingCalendar.Year(2026, Set.of(), Set.of())));
            JdbcClient watched = (JdbcClient) Proxy.newProxyInstance(JdbcClient.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, args) -> {
                if (args[0].toString().contains("= ANY (:accounts)") && real.sql("UPDATE repayment_fact_state SET state = 'after' WHERE state = 'before'").update() == 1) {
                    late(real, "L2");
                }
                return real.sql(args[0].toString());
            });
            LoanBook book = new LoanBook(watched, new Exclusions(real), new HiddenArrears(real, calendar), calendar);
            assertThat(book.readAhead(BANK, DAYS, 15, Vintage.QUARTER).late()).hasSize(1);
            assertThat(book.read(BANK, DAYS, 15, Vintage.QUARTER).late()).as("a file came between the loans and their days").hasSize(2);
        }
    }

    private static void late(JdbcClient jdbc, String account) {
        jdbc.sql("INSERT INTO repayment_fact_stretch (partner, account_no, from_on, until, balance_fen, overdue, oldest_due, next_due, message_id)"
                        + " VALUES ('bank-b', ?, '2026-01-10', 'infinity', 100, 1, '2026-06-20', '2027-01-10', 'M')").param(account).update();
    }
}
