package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Instalments of which the ledger alone does not say that they are late: hidden behind a later one, or paid by somebody else. */
class HiddenInstalmentsTest extends WithMonthlyLoan {
    private List<String> facts(String view) {
        return ledgers.lines("SELECT concat_ws(' ', due_on, from_on, until, message_id IS NOT NULL) FROM " + view + " WHERE partner = 'bank-a' AND account_no = '" + account + "' ORDER BY due_on");
    }

    @Test
    void nothingIsHiddenWhileEveryInstalmentIsToldOneAfterTheOther() {
        take(due(1), Told.paid(account, 1, due(1), 8_000, 992_000));
        take(due(2), Told.unpaid(account, 2, due(2), 8_000, 992_000));
        take(due(3), Told.unpaid(account, 3, due(3), 8_000, 992_000));
        assertThat(facts("repayment_fact_untold")).isEmpty();
        assertThat(facts("repayment_fact_paid_for")).isEmpty();
    }

    @Test
    void anInstalmentIsHiddenFromTheLaterOneOnUntilItIsTold() {
        take(due(2), Told.paid(account, 2, due(2), 8_000, 992_000));
        assertThat(facts("repayment_fact_untold")).containsExactly("2026-02-10 2026-03-10 infinity t");
        take(due(4), Told.paid(account, 4, due(4), 8_000, 984_000));
        assertThat(facts("repayment_fact_untold")).containsExactly("2026-02-10 2026-03-10 infinity t", "2026-04-10 2026-05-10 infinity t");
        take(due(4).plusDays(5), Told.unpaid(account, 3, due(3), 8_000, 984_000).on(due(4).plusDays(5)));
        assertThat(facts("repayment_fact_untold")).containsExactly("2026-02-10 2026-03-10 infinity t", "2026-04-10 2026-05-10 2026-05-15 t");
    }

    @Test
    void aRowWithoutAnyAmountTellsNothingOfItsInstalment() {
        take(due(1), Told.paid(account, 1, due(1), 8_000, 992_000));
        Told nothing = Told.unpaid(account, 2, due(2), 0, 992_000).with("result", "paid");
        take(due(2).minusDays(20), new Told(nothing.row().with("unpaid", Told.parts(0, 0))).on(due(2).minusDays(20)));
        assertThat(facts("repayment_fact_untold")).containsExactly("2026-03-10 2026-02-18 infinity t");
        take(due(2).plusDays(20), Told.unpaid(account, 2, due(2), 8_000, 992_000).on(due(2).plusDays(20)));
        assertThat(facts("repayment_fact_untold")).containsExactly("2026-03-10 2026-02-18 2026-03-30 t");
    }

    @Test
    void whatTheDeveloperPaidStandsUntilTheBorrowerPaysHimself() {
        take(due(1).plusDays(9), Told.paid(account, 1, due(1), 8_000, 992_000).on(due(1).plusDays(9)).with("paidOn", due(1).plusDays(9)).with("source", "developer"));
        take(due(2), Told.paid(account, 2, due(2), 8_000, 984_000).with("source", "bank"));
        assertThat(facts("repayment_fact_paid_for")).containsExactly("2026-02-10 2026-02-19 infinity t", "2026-03-10 2026-03-11 infinity t");
        take(due(3), Told.paid(account, 3, due(3), 8_000, 976_000));
        assertThat(facts("repayment_fact_paid_for")).containsExactly("2026-02-10 2026-02-19 2026-04-10 t", "2026-03-10 2026-03-11 2026-04-10 t");
    }
}
