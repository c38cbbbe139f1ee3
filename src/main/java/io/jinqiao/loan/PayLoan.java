package io.jinqiao.loan;

import io.jinqiao.message.DisbursementInstruction;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a loan's money. Proposing and confirming are two people's, to pay as to say that it was paid off; whether it was paid out, the bank says and nobody else.
 *
 * @param reference what proves it; for {@code repaying}, {@code settlement-proposed} and {@code settled}
 * @param instruction for {@code instructed}
 */
public record PayLoan(String acceptanceNo, Step step, @Nullable String reference, @Nullable Instruction instruction, Officer by) {
    public enum Step {
        PROPOSED,
        CONFIRMED,
        /** the bank is told to pay it out */
        INSTRUCTED,
        REPAYING,
        SETTLEMENT_PROPOSED,
        /** confirmed by another person */
        SETTLED
    }

    /**
     * What the loan itself does not know.
     *
     * @param allotmentNo reference of the allotment the money is taken from, 1 to 40 characters
     * @param payer the fund's account
     * @param repaymentDay day of the month; null: the bank derives it from the day of payment
     */
    public record Instruction(String allotmentNo, DisbursementInstruction.Payer payer, LocalDate requestedOn, @Nullable Integer repaymentDay) {}
}
