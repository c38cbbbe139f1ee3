package io.jinqiao.repayment.store;

/** Sums of a row's parts, as text; {@code %1$s} is what the row is called in its statement. */
final class Sums {
    /** Principal paid, whatever else was paid, and what fell due of principal and interest, paid or not. */
    static final String PAID = "%1$s.paid_principal + %1$s.paid_overdue_principal";

    static final String REST = "%1$s.paid_interest + %1$s.paid_overdue_interest + %1$s.paid_penalty + %1$s.paid_fine";
    static final String DUE = PAID + " + %1$s.paid_interest + %1$s.paid_overdue_interest + %1$s.unpaid_principal + %1$s.unpaid_overdue_principal"
            + " + %1$s.unpaid_interest + %1$s.unpaid_overdue_interest";
    /** Principal that fell due and was not paid. */
    static final String OWED = "%1$s.unpaid_principal + %1$s.unpaid_overdue_principal";
    /** What is missing of an instalment for which the loan owes no more principal, since it was paid ahead under another one. {@code %2$s}: principal that was owed of the instalment. */
    static final String PAID_AHEAD = "CASE WHEN " + OWED + " = %1$s.balance THEN greatest(0, %2$s - %1$s.balance) ELSE 0 END";
    /** Before its day an instalment may still become another. */
    static final String FALLEN_DUE = "CASE WHEN %1$s.accounting_date >= %1$s.due_on THEN " + DUE + " ELSE 0 END";

    private Sums() {}

    /** @param owed principal that was owed of the instalment */
    static String paidAhead(String alias, String owed) {
        return PAID_AHEAD.formatted(alias, owed);
    }

    static String of(String alias, String sum) {
        return sum.formatted(alias);
    }
}
