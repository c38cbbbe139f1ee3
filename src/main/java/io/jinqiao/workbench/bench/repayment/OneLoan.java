package io.jinqiao.workbench.bench.repayment;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.OverdueLedger.At;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;

/** Asks the ledger for the instalments of single loans, one after the other. */
final class OneLoan {
    private static final int ASKED = 1_000;

    private OneLoan() {}

    /**
     * @param median in milliseconds
     * @param slow one of a hundred takes longer
     */
    record Took(double median, double slow) {}

    static Took of(HikariDataSource database, Path home, int loans) {
        try (LedgerHouse house = new LedgerHouse(database, home)) {
            OverdueLedger ledger = house.ledger();
            At now = new At(LocalDate.ofInstant(LedgerHouse.NOW, ZoneOffset.UTC), LedgerHouse.NOW);
            Random random = new Random(3);
            long[] nanos = new long[ASKED];
            for (int i = 0; i < ASKED; i++) {
                String account = BigFile.accountNo(random.nextInt(loans));
                long begun = System.nanoTime();
                if (ledger.instalments(now, BigFile.BANK, account).isEmpty()) {
                    throw new IllegalStateException("nothing was told of " + account);
                }
                nanos[i] = System.nanoTime() - begun;
            }
            Arrays.sort(nanos);
            return new Took(nanos[ASKED / 2] / 1e6, nanos[ASKED * 99 / 100] / 1e6);
        }
    }
}
