package io.jinqiao.workbench.bench.assessment;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.message.PartnerId;
import io.jinqiao.workbench.bench.OneRoom;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A process that freezes and scores the periods of each of four banks and says how long it took and how much heap at most: arguments are address, user and
 * password of the database, home, then first and last day of each period.
 */
final class ScoreBanks {
    static final int BANKS = 4;

    private ScoreBanks() {}

    static PartnerId bank(int n) {
        return new PartnerId("bank-" + n);
    }

    public static void main(String[] args) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(args[0]);
        database.setUsername(args[1]);
        database.setPassword(args[2]);
        Instant now = LocalDate.parse(args[args.length - 1]).plusDays(10).atStartOfDay().toInstant(ZoneOffset.UTC);
        try (database;
                OneRoom room = new OneRoom("assessment", database, Path.of(args[3]), now)) {
            long begun = System.nanoTime();
            for (int at = 4; at < args.length; at += 2) {
                LocalDate first = LocalDate.parse(args[at]);
                LocalDate last = LocalDate.parse(args[at + 1]);
                for (int n = 1; n <= BANKS; n++) {
                    PartnerId bank = bank(n);
                    room.door(Assessments.class).freeze(new FreezePeriod(bank, first, last, "bench"));
                }
            }
            long millis = (System.nanoTime() - begun) / 1_000_000;
            long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println("took " + BANKS + " " + millis + " " + (heap >> 20));
        }
    }
}
