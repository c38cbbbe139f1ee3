package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A loan as days without a change. */
class StretchFactsTest extends WithMonthlyLoan {
    @Test
    void aLoanOfWhichNothingWasToldIsOneStretch() {
        assertThat(stretches()).containsExactly("2026-01-10 infinity 1000000 0 - 2026-02-10");
    }

    @Test
    void overdueBeginsTheDayAfterTheDueDayAndEndsOnTheDayItIsPaid() {
        take(due(1), Told.unpaid(account, 1, due(1), 8_000, 1_000_000));
        take(due(1).plusDays(20), Told.paid(account, 1, due(1), 8_000, 992_000).on(due(1).plusDays(20)).with("paidOn", due(1).plusDays(20)));
        assertThat(stretches())
                .containsExactly(
                        "2026-01-10 2026-02-10 1000000 0 - 2026-02-10",
                        "2026-02-10 2026-02-11 1000000 0 - 2026-03-10",
                        "2026-02-11 2026-03-02 1000000 1 2026-02-10 2026-03-10",
                        "2026-03-02 infinity 992000 0 - 2026-03-10");
        assertThat(receipts()).containsExactly("1 2026-03-02 5000 0");
    }

    @Test
    void severalInstalmentsAreCountedAndTheOldestNamed() {
        for (int i = 1; i <= 3; i++) {
            take(due(i), Told.unpaid(account, i, due(i), 8_000, 1_000_000));
        }
        assertThat(stretches()).endsWith("2026-04-11 infinity 1000000 3 2026-02-10 2026-05-10").contains("2026-03-11 2026-04-10 1000000 2 2026-02-10 2026-04-10");
    }

    @Test
    void aFileThatWasReplacedTellsNothing() {
        String wrong = take(due(1), Told.unpaid(account, 1, due(1), 8_000, 1_000_000));
        take(wrong, due(1), Told.paid(account, 1, due(1), 8_000, 992_000));
        assertThat(stretches()).containsExactly("2026-01-10 2026-02-10 1000000 0 - 2026-02-10", "2026-02-10 infinity 992000 0 - 2026-03-10");
        assertThat(receipts()).containsExactly("1 2026-02-10 5000 0");
    }

    @Test
    void aLoanThatIsPaidOffIsOwedNoMore() {
        take(due(1), Told.paid(account, 1, due(1), 1_000_000, 0));
        assertThat(stretches()).containsExactly("2026-01-10 2026-02-10 1000000 0 - 2026-02-10");
    }

    @Test
    void theLastDueDayIsThatOfTheLastInstalmentByTheLoansTerms() {
        assertThat(ledgers.lines("SELECT concat_ws(' ', every_months, last_due) FROM repayment_fact_origin WHERE account_no = '" + account + "'")).containsExactly("1 2036-01-10");
        ledgers.open(Ledgers.loan(BANK, account + "E", 1_000_000, LocalDate.of(2026, 1, 31)));
        assertThat(ledgers.lines("SELECT last_due FROM repayment_fact_origin WHERE account_no = '" + account + "E'")).as("a month's end is no day of the month").containsExactly("2036-01-31");
    }

    private List<String> stretches() {
        return ledgers.lines("SELECT concat_ws(' ', from_on, until, balance_fen, overdue, coalesce(oldest_due::text, '-'), next_due) FROM repayment_fact_stretch"
                + " WHERE partner = 'bank-a' AND account_no = '" + account + "' ORDER BY from_on");
    }

    private List<String> receipts() {
        return ledgers.lines("SELECT concat_ws(' ', instalment, accounting_date, interest_fen, penalty_fen) FROM repayment_fact_receipt WHERE account_no = '" + account + "' ORDER BY accounting_date");
    }
}
