package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process that takes a file is killed, again and again; {@code -Djinqiao.repayment.kills=100} does it a hundred times. */
class KilledIntakeTest {
    private static final int KILLS = Integer.getInteger("jinqiao.repayment.kills", 10);
    private static final int ROWS = 6_000;
    private static final String BOOK = "SELECT md5(string_agg(concat_ws(' ', r.account_no, r.instalment, r.balance, r.line), ',' ORDER BY r.account_no)) FROM repayment_row r";

    @TempDir
    Path work;

    @Test
    void whateverMomentItIsKilledInTheFileCountsWholeOrNotAtAll() throws Exception {
        Random random = new Random(11);
        HikariDataSource database = TestDatabase.migrated();
        try (Ledgers ledgers = new Ledgers(database, Path.of("."));
                Ledgers untouched = new Ledgers()) {
            open(ledgers);
            open(untouched);
            untouched.take(IntakeProcess.file(ROWS));
            long usual = usualMillis(ledgers);
            int undone = 0;
            for (int i = 0; i < KILLS; i++) {
                undone += killed(database.getJdbcUrl(), random.nextLong(usual + 1)) ? 1 : 0;
                await().atMost(Duration.ofMinutes(2)).until(() -> ledgers.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0);
                long rows = ledgers.count("SELECT count(*) FROM repayment_row");
                assertThat(rows).as("half a file").isIn(0L, (long) ROWS - ROWS / 1_000);
                assertThat(ledgers.count("SELECT count(*) FROM repayment_file")).isEqualTo(rows == 0 ? 0 : 1);
                if (rows > 0) {
                    forget(ledgers);
                }
            }
            assertThat(undone).as("kills that came before the commit").isPositive();
            ledgers.take(IntakeProcess.file(ROWS));
            assertThat(ledgers.lines(BOOK)).isEqualTo(untouched.lines(BOOK));
        }
    }

    /** How long an intake takes here, so that the kills fall into it. */
    private static long usualMillis(Ledgers ledgers) {
        long begun = System.nanoTime();
        ledgers.take(IntakeProcess.file(ROWS));
        forget(ledgers);
        return (System.nanoTime() - begun) / 1_000_000 * 2;
    }

    private static void forget(Ledgers ledgers) {
        ledgers.jdbc.sql("TRUNCATE repayment_row, repayment_refused, repayment_file").update();
    }

    /** @return whether it was killed before it had done its work */
    private boolean killed(String url, long after) throws IOException, InterruptedException {
        Process process = JavaProcess.of(IntakeProcess.class.getName())
                .options("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
                .arguments(List.of(url, "" + ROWS))
                .start(work.resolve("intake.log"));
        try (BufferedReader words = process.inputReader()) {
            for (String word = words.readLine(); !"begins".equals(word); word = words.readLine()) {
                assertThat(word).as("the process did not begin, see its log").isNotNull();
            }
            boolean ended = process.waitFor(after, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return !ended;
        }
    }

    private static void open(Ledgers ledgers) {
        ledgers.clock.set("2026-11-26T02:00:00Z");
        ledgers.open(IntStream.range(0, ROWS)
                .mapToObj(i -> Ledgers.loan(IntakeProcess.BANK, "K" + i, 1_000_000, IntakeProcess.DUE.minusMonths(1)))
                .toArray(OpenLoan[]::new));
    }
}
