package io.jinqiao.repayment.model;

import io.jinqiao.message.InstalmentParts;

/**
 * What is owed of one instalment, in fen; penalty is not in it.
 *
 * @param least principal; less than {@code most} only where a prepayment left it open whether the term or the instalment became smaller
 */
public record Owed(long least, long most, long interest) {
    static final Owed NOTHING = new Owed(0, 0, 0);

    static Owed of(InstalmentParts parts) {
        return new Owed(principal(parts), principal(parts), interest(parts));
    }

    public boolean isNothing() {
        return most == 0 && interest == 0;
    }

    /** Current and overdue. */
    public static long principal(InstalmentParts parts) {
        return parts.principal().fen() + parts.overduePrincipal().fen();
    }

    /** Current and overdue. */
    public static long interest(InstalmentParts parts) {
        return parts.interest().fen() + parts.overdueInterest().fen();
    }
}
