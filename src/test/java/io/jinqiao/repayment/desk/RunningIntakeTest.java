package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody can see of an intake while it runs, though none of its rows counts yet. */
class RunningIntakeTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 25);
    private static final String SEEN = "SELECT concat_ws(' ', partner, name, bytes, rows, judging, extract(epoch FROM seen_at - begun_at)::integer)"
            + " FROM repayment_fact_intake";

    private static Ledgers ledgers;
    private final List<List<String>> seen = new ArrayList<>();

    @BeforeAll
    static void open() {
        ledgers = new Ledgers();
        ledgers.clock.set("2026-11-25T20:00:00Z");
        ledgers.open(Ledgers.loan(BANK, "A", 1_000_000, DUE.minusMonths(1)));
    }

    @AfterAll
    static void close() {
        ledgers.close();
    }

    @BeforeEach
    void atEight() {
        ledgers.clock.set("2026-11-25T20:00:00Z");
    }

    @Test
    void aLongIntakeTellsHowFarItIsAndIsForgottenWhenItEnded() {
        assertThat(ledgers.take(slow("SLOW", null)).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(seen).as("nothing in the first seconds, then how far it is").containsExactly(
                List.of(), List.of("bank-a SLOW.txt 300 1 f 4"), List.of("bank-a SLOW.txt 300 1 f 4"), List.of("bank-a SLOW.txt 350 1 f 10"));
        assertThat(ledgers.lines(SEEN)).isEmpty();
    }

    @Test
    void anIntakeThatBreaksOffIsForgottenToo() {
        assertThatThrownBy(() -> ledgers.take(slow("BREAKS", new Refusal(FailureCode.FILE_HASH_WRONG, "SM3")))).isInstanceOf(Refusal.class);
        assertThat(seen.get(1)).containsExactly("bank-a BREAKS.txt 300 1 f 4");
        assertThat(ledgers.lines(SEEN)).isEmpty();
    }

    @Test
    void whatAKilledIntakeLeftIsForgottenWhenItsFileComesAgain() {
        ledgers.jdbc.sql("INSERT INTO repayment_intake VALUES ('bank-a', 'AGAIN.txt', 'm', 400, false, 5, 5, now(), now())").update();
        ledgers.take(new TestFile(BANK, "AGAIN", null, DUE, List.of()));
        assertThat(ledgers.lines(SEEN)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackStopsNothing() {
        TestFile file = new TestFile(BANK, "BACK", null, DUE, List.of()) {
            @Override
            public FileHead read(RowSink sink) {
                ledgers.clock.set("2026-11-25T20:00:04Z");
                sink.passed(10);
                ledgers.clock.set("2026-11-25T18:00:00Z");
                sink.passed(20);
                return super.read(sink);
            }
        };
        assertThat(ledgers.take(file).outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(ledgers.lines(SEEN)).isEmpty();
    }

    /** Its reading takes ten seconds of a clock that is moved. */
    private TestFile slow(String fileNo, RuntimeException problem) {
        return new TestFile(BANK, fileNo, null, DUE, List.of(Told.paid("A", 1, DUE, 8_000, 992_000))) {
            @Override
            public FileHead read(RowSink sink) {
                look(sink, 100, "2026-11-25T20:00:02Z");
                FileHead head = super.read(sink);
                look(sink, 300, "2026-11-25T20:00:04Z");
                look(sink, 310, "2026-11-25T20:00:05Z");
                look(sink, 350, "2026-11-25T20:00:10Z");
                if (problem != null) {
                    throw problem;
                }
                return head;
            }
        };
    }

    private void look(RowSink sink, long bytes, String at) {
        ledgers.clock.set(at);
        sink.passed(bytes);
        seen.add(fromElsewhere());
    }

    /** On a connection that has no part in the transaction. */
    private static List<String> fromElsewhere() {
        List<String> lines = new ArrayList<>();
        try (Connection connection = ledgers.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SEEN)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
