package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether a bank's ledger is still the one somebody read. */
class LedgerStateTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
    private static Ledgers ledgers;

    @BeforeAll
    static void open() {
        ledgers = new Ledgers();
        ledgers.clock.set("2028-01-01T02:00:00Z");
        for (String bank : List.of("bank-a", "bank-b")) {
            ledgers.open(Ledgers.loan(new PartnerId(bank), bank + 1, 1_000_000, LocalDate.of(2026, 1, 10)));
        }
    }

    @AfterAll
    static void close() {
        ledgers.close();
    }

    private static String state(String bank) {
        return ledgers.lines("SELECT state FROM repayment_fact_state WHERE partner = '" + bank + "'").get(0);
    }

    @Test
    void everyFileCorrectionAndLoanMakesItAnotherOneForItsBankAlone() {
        String other = state("bank-b");
        String empty = state("bank-a");
        assertThat(state("bank-a")).as("as long as nothing is told").isEqualTo(empty);
        assertThat(ledgers.take(new TestFile(BANK, "S1", null, DUE, List.of(Told.unpaid("bank-a1", 1, DUE, 8_000, 1_000_000)))).problems()).isEmpty();
        String told = state("bank-a");
        assertThat(ledgers.take(new TestFile(BANK, "S2", "S1", DUE, List.of(Told.paid("bank-a1", 1, DUE, 8_000, 992_000)))).problems()).isEmpty();
        String corrected = state("bank-a");
        ledgers.open(Ledgers.loan(BANK, "bank-a2", 1_000_000, LocalDate.of(2026, 1, 10)));
        assertThat(List.of(empty, told, corrected, state("bank-a"))).doesNotHaveDuplicates();
        assertThat(state("bank-b")).isEqualTo(other);
    }
}
