package io.jinqiao.repayment.truth;

import io.jinqiao.repayment.truth.TrueLoan.Instalment;
import io.jinqiao.repayment.truth.TrueLoan.Payment;
import java.time.LocalDate;
import java.util.List;

/** What an honest bank writes of one instalment at the end of a day. Knows nothing of the product. */
record TrueRow(
        TrueLoan loan,
        Instalment due,
        LocalDate day,
        long paid,
        long paidLate,
        long paidInterest,
        long paidInterestLate,
        long penalty,
        long unpaid,
        long unpaidInterest,
        LocalDate paidOn,
        long balance) {

    static TrueRow of(TrueLoan loan, Instalment due, LocalDate day) {
        return of(loan, due, day, loan.payments.stream().filter(p -> p.instalment() == due.number() && !p.on().isAfter(day)).toList(), loan.balance(day));
    }

    /** As if nothing had been paid on that day: wrong, and nobody can see it from the row. */
    static TrueRow unaware(TrueLoan loan, Instalment due, LocalDate day) {
        return of(loan, due, day, List.of(), loan.balance(day.minusDays(1)));
    }

    private static TrueRow of(TrueLoan loan, Instalment due, LocalDate day, List<Payment> payments, long balance) {
        long paid = payments.stream().filter(p -> !p.late()).mapToLong(Payment::principal).sum();
        long paidLate = payments.stream().filter(Payment::late).mapToLong(Payment::principal).sum();
        long interest = payments.stream().filter(p -> !p.late()).mapToLong(Payment::interest).sum();
        long interestLate = payments.stream().filter(Payment::late).mapToLong(Payment::interest).sum();
        return new TrueRow(
                loan, due, day, paid, paidLate, interest, interestLate, payments.stream().mapToLong(Payment::penalty).sum(),
                Math.max(0, due.principal() - paid - paidLate), due.interest() - interest - interestLate,
                payments.stream().map(Payment::on).max(LocalDate::compareTo).orElse(null), balance);
    }

    String result() {
        boolean owed = unpaid + unpaidInterest > 0;
        return !owed ? "paid" : paidOn == null ? "insufficient-funds" : "partly-paid";
    }
}
