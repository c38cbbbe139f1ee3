package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A loan of 1,000,000 fen paid out on 10 January, due on every 10th with 8,000 of principal and 5,000 of interest. */
abstract class WithMonthlyLoan extends WithLedgers {
    static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate PAID_OUT = LocalDate.of(2026, 1, 10);
    private static int number;
    String account = "";

    @BeforeEach
    void aLoan() {
        account = "L" + ++number;
        ledgers.clock.set("2028-01-01T02:00:00Z");
        ledgers.open(Ledgers.loan(BANK, account, 1_000_000, PAID_OUT));
    }

    static LocalDate due(int instalment) {
        return PAID_OUT.plusMonths(instalment);
    }

    /** @return number of the file that told it, in which nothing was refused */
    String take(LocalDate day, Told told) {
        return take(null, day, told);
    }

    /** @param corrects number of the file it takes the place of */
    String take(@Nullable String corrects, LocalDate day, Told told) {
        FileResult result = ledgers.take(new TestFile(BANK, "F" + ++number, corrects, day, List.of(told)));
        assertThat(result.problems()).isEmpty();
        return result.fileNo();
    }
}
