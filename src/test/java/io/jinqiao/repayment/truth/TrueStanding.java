package io.jinqiao.repayment.truth;

import io.jinqiao.repayment.truth.TrueLoan.Instalment;
import io.jinqiao.repayment.truth.TrueLoan.Payment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** How a loan stood at the end of a day, worked out from its payments one by one. Knows nothing of the product. */
record TrueStanding(int overdue, int consecutive, int cumulative, long days, long owed, long owedPrincipal, long balance) {

    /** @param known which payments were known of */
    static TrueStanding of(TrueLoan loan, LocalDate day, Predicate<Payment> known) {
        int overdue = 0;
        int run = 0;
        int longest = 0;
        int cumulative = 0;
        long owed = 0;
        long owedPrincipal = 0;
        long days = 0;
        for (Instalment due : loan.instalments) {
            if (!due.dueOn().isBefore(day)) {
                break;
            }
            List<Payment> payments = loan.payments.stream().filter(p -> p.instalment() == due.number() && !p.on().isAfter(day)).filter(known).toList();
            long principal = Math.max(0, due.principal() - payments.stream().mapToLong(Payment::principal).sum());
            long interest = due.interest() - payments.stream().mapToLong(Payment::interest).sum();
            if (principal + interest > 0) {
                overdue++;
                run++;
                longest = Math.max(longest, run);
                owed += principal + interest;
                owedPrincipal += principal;
                days = days == 0 ? day.toEpochDay() - due.dueOn().toEpochDay() : days;
            } else {
                run = 0;
            }
            boolean inTime = payments.stream().noneMatch(Payment::late) && principal + interest == 0;
            cumulative += inTime ? 0 : 1;
        }
        long balance = loan.openedBalance - loan.payments.stream().filter(p -> !p.on().isAfter(day)).filter(known).mapToLong(Payment::principal).sum();
        return new TrueStanding(overdue, longest, cumulative, days, owed, owedPrincipal, balance);
    }
}
