package io.jinqiao.repayment;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bean {@code overdueLedger}: who owed what at the end of a day, by what was known at a moment. Both may lie in the past; nothing is stored of the answers.
 */
public interface OverdueLedger {

    /**
     * @param day end of which
     * @param known until when something must have been told to count
     */
    record At(LocalDate day, Instant known) {}

    /**
     * Which loans; null: any.
     *
     * @param atLeast instalments overdue
     * @param atMost instalments overdue
     * @param group who contributes for the borrower, as told last
     * @param applications each as its bank, a blank and its number there, since two banks may use one number; a loan older than the gateway has none
     */
    record Which(
            @Nullable PartnerId bank, int atLeast, int atMost, @Nullable RepaymentMethod method, @Nullable Contributor group, @Nullable List<String> applications) {
        public static final int ALL = 360;

        public static Which of(@Nullable PartnerId bank, int atLeast) {
            return new Which(bank, atLeast, ALL, null, null, null);
        }
    }

    /**
     * @param overdue instalments owed after their due day
     * @param consecutive longest run of them (连续期数)
     * @param cumulative instalments that were ever late, the cured ones too (累计期数)
     * @param days since the oldest of them was due; 0: none
     * @param owed of overdue instalments, all parts
     * @param owedPrincipal its principal
     * @param balance principal owed of the whole loan
     * @param toldOn accounting date of the latest row
     * @param group who contributes for the borrower; null: nobody told
     */
    record LoanStanding(
            PartnerId bank,
            String accountNo,
            int overdue,
            int consecutive,
            int cumulative,
            int days,
            Money owed,
            Money owedPrincipal,
            Money balance,
            @Nullable LocalDate oldestDue,
            LocalDate toldOn,
            @Nullable String applicationNo,
            RepaymentMethod method,
            @Nullable Contributor group) {
        private static final int NINETY = 90;

        public boolean ninetyDays() {
            return days >= NINETY;
        }

        /** The whole balance of a loan with an overdue instalment. */
        public Money balanceAtRisk() {
            return overdue > 0 ? balance : Money.ZERO;
        }
    }

    /**
     * @param late was overdue at some time
     * @param curedOn day on which a late instalment was paid in full
     */
    record InstalmentStanding(
            int instalment,
            LocalDate dueOn,
            LocalDate toldOn,
            Money paid,
            Money owed,
            @Nullable LocalDate paidOn,
            @Nullable PaymentSource source,
            DeductionOutcome result,
            boolean overdue,
            boolean late,
            @Nullable LocalDate curedOn) {}

    /**
     * Penalty interest of an instalment, paid and owed.
     *
     * @param told by its bank
     * @param byTerms what the terms stored with the loan make of the same payments, at the rates that reached it
     */
    record PenaltyStanding(int instalment, Money told, Money byTerms) {
        /** Fen the bank told more; below zero: less. */
        public long difference() {
            return told.fen() - byTerms.fen();
        }
    }

    /** Of the instalments of one loan that were told of, in order. A difference is shown, never booked away. */
    List<PenaltyStanding> penalties(At at, PartnerId bank, String accountNo);

    /**
     * Interest and principal of an instalment, paid and owed.
     *
     * @param interest as its bank told it
     * @param interestByTerms what the terms stored with the loan make of what was not due yet of the principal, at the rates that reached it
     * @param principal as its bank told it
     * @param planned null: the loan is not on the plan of its contract (any more), or principal was paid ahead with this instalment
     */
    record PlanStanding(String accountNo, int instalment, Money interest, Money interestByTerms, Money principal, @Nullable Money planned) {
        /** Fen the bank told more; below zero: less. */
        public long interestDifference() {
            return interest.fen() - interestByTerms.fen();
        }

        /** Fen the bank told more; below zero: less. Nothing where nothing is planned. */
        public long principalDifference() {
            return planned == null ? 0 : principal.fen() - planned.fen();
        }

        public boolean differs() {
            return interestDifference() != 0 || principalDifference() != 0;
        }
    }

    /** Of the instalments of one loan that were told of, in order. A difference is shown, never booked away. */
    List<PlanStanding> plans(At at, PartnerId bank, String accountNo);

    /** Of the loans a bank told of on the day {@code at}: instalments that differ from the terms, by loan. */
    List<PlanStanding> differences(At at, PartnerId bank, int limit);

    /**
     * The longest overdue first.
     *
     * @param skip how many of them were had before; what was had fits only as of the same moment
     */
    List<LoanStanding> overdue(At at, Which which, long skip, int limit);

    /**
     * Of all such loans, however many.
     *
     * @param three with three or more instalments overdue
     * @param ninety of 90 days and more
     */
    record Sum(long loans, long three, long ninety, Money owed, Money balanceAtRisk) {}

    Sum sum(At at, Which which);

    /** One loan; empty when its bank told nothing of it by then. */
    Optional<LoanStanding> standing(At at, PartnerId bank, String accountNo);

    /** The instalments of one loan that were told of, in order. */
    List<InstalmentStanding> instalments(At at, PartnerId bank, String accountNo);
}
