package io.jinqiao.repayment.desk;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.PartnerId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A process that takes one file of many rows, each of a loan of its own, and says what it is about to do. It may be killed at any moment. */
final class IntakeProcess {
    static final PartnerId BANK = new PartnerId("bank-a");
    static final LocalDate DUE = LocalDate.of(2026, 11, 25);
    static final String FILE = "KILLED";

    private IntakeProcess() {}

    /** @param args address of the database, number of rows */
    public static void main(String[] args) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername("jinqiao");
        config.setPassword("jinqiao");
        config.setMaximumPoolSize(2);
        try (Ledgers ledgers = new Ledgers(new HikariDataSource(config), Path.of("."))) {
            ledgers.clock.set("2026-11-26T02:00:00Z");
            System.out.println("begins");
            ledgers.take(file(Integer.parseInt(args[1])));
            System.out.println("done");
        }
    }

    static TestFile file(int rows) {
        List<Told> told = IntStream.range(0, rows).mapToObj(i -> Told.paid("K" + i, 1, DUE, 8_000, i % 1_000 == 7 ? 992_001 : 992_000)).toList();
        return new TestFile(BANK, FILE, null, DUE, told);
    }
}
