package io.jinqiao.console.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.support.TestDatabase;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cursor of the feed, on the real view: transactions overlap in every order while somebody reads. */
class EventFactsProperties {
    private static final String LOAN = """
            INSERT INTO loan_loan (acceptance_no, bank, application_no, message_id, branch_code, accepted_on, accepted_at, home_kind, scheme,
                applied_fen, applied_months, borrower, application, word, decision, contract, security, money)
            VALUES ('L1', 'bank', 'A1', 'M1', 'B', current_date, now(), 'new', 's', 1, 1, '', '', 'approved', 'approved', 'none', 'none', 'none')
            """;
    private static HikariDataSource pool;

    @BeforeContainer
    static void open() {
        pool = TestDatabase.migrated();
        JdbcClient.create(pool).sql(LOAN).update();
    }

    @AfterContainer
    static void close() {
        pool.close();
    }


    @Property(tries = 25)
    void readsEveryCommittedEventOnceAndInOrder(
            @ForAll @Size(min = 4, max = 24) List<@IntRange(min = 0, max = 44) Integer> schedule) throws SQLException {
        EventFacts feed = new EventFacts(JdbcClient.create(pool));
        List<Connection> writers = List.of(pool.getConnection(), pool.getConnection(), pool.getConnection());
        try {
            for (Connection writer : writers) {
                writer.setAutoCommit(false);
            }
            List<String> read = new ArrayList<>();
            BigInteger from = end(feed);
            BigInteger cursor = from;
            for (int step : schedule) {
                act(writers.get(step % 3), step / 3 % 3);
                cursor = readOn(feed, cursor, 1 + step / 9, read);
            }
            for (Connection writer : writers) {
                writer.commit();
            }
            while (!feed.after(cursor, 1).isEmpty()) {
                cursor = readOn(feed, cursor, 3, read);
            }
            assertThat(read).isEqualTo(feed.after(from, 1000).stream().map(EventFacts.Event::id).toList());
            assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committedAfter(from));
        } finally {
            for (Connection writer : writers) {
                writer.rollback();
                writer.close();
            }
        }
    }

    private static void act(Connection writer, int act) throws SQLException {
        if (act == 1) {
            writer.commit();
        } else if (act == 2) {
            writer.rollback();
        } else {
            try (Statement insert = writer.createStatement()) {
                insert.execute("INSERT INTO loan_event (acceptance_no, type, at, detail) VALUES ('L1', 'accepted', now(), '{}')");
            }
        }
    }

    private static BigInteger readOn(EventFacts feed, BigInteger cursor, int size, List<String> read) {
        List<EventFacts.Event> page = feed.after(cursor, size);
        page.forEach(event -> read.add(event.id()));
        return page.isEmpty() ? cursor : new BigInteger(page.get(page.size() - 1).cursor());
    }

    private static BigInteger end(EventFacts feed) {
        BigInteger cursor = BigInteger.ZERO;
        List<EventFacts.Event> page = feed.after(cursor, 1000);
        while (!page.isEmpty()) {
            cursor = new BigInteger(page.get(page.size() - 1).cursor());
            page = feed.after(cursor, 1000);
        }
        return cursor;
    }

    private static List<String> committedAfter(BigInteger from) {
        return JdbcClient.create(pool)
                .sql("SELECT id::text FROM loan_event WHERE position > ?")
                .param(new java.math.BigDecimal(from))
                .query(String.class)
                .list();
    }
}
