package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What would it cost to pay a loan back early (提前还款试算)? Changes nothing. Asked of whoever leads the ledger of the loan: the bank asks the
 * centre, or the centre the bank.
 *
 * @param quoteNo number of the question
 * @param loanAccountNo DKZH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param amount principal to pay back; there exactly for a part
 * @param keep what stays as it is; there exactly for a part
 * @param newMonths remaining instalments wished for; there exactly when {@code keep} is neither
 * @param valueOn day the money would be paid
 */
public record PrepaymentQuote(
        String quoteNo,
        String loanAccountNo,
        @Nullable String applicationNo,
        Kind kind,
        @Nullable Money amount,
        @Nullable Keep keep,
        @Nullable Integer newMonths,
        LocalDate valueOn)
        implements CanonicalMessage {

    /** Part of the principal or all of it (部分、全部). */
    public enum Kind {
        PART,
        FULL
    }

    /** What a part repayment leaves as it is. */
    public enum Keep {
        /** months stay, the instalment falls (期限不变) */
        TERM,
        /** the instalment stays, months fall (月供不变) */
        PAYMENT,
        /** a new term is agreed */
        NEITHER
    }

    /**
     * The answer.
     *
     * @param parts what would have to be paid
     * @param fee charge for paying early, where the contract has one
     * @param total sum of all parts and the fee
     * @param balance principal owed afterwards (DKYE)
     * @param nextInstalment next instalment; null when the loan ends
     * @param validTo last day the quote holds
     */
    public record Answer(
            String quoteNo,
            InstalmentParts parts,
            Money fee,
            Money total,
            Money balance,
            int remainingMonths,
            @Nullable Money nextInstalment,
            LocalDate validTo) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            Answer read = new Answer(
                    f.text("quoteNo", 40),
                    f.group("parts", InstalmentParts::read),
                    f.moneyOrZero("fee"),
                    f.money("total"),
                    f.moneyOrZero("balance"),
                    f.number("remainingMonths", 0, 360),
                    f.optionalMoney("nextInstalment"),
                    f.date("validTo"));
            if (read.parts() != null && read.fee() != null && read.total() != null && read.parts().fen() + read.fee().fen() != read.total().fen()) {
                f.problem("total", FailureCode.FIELDS_DISAGREE, "parts, fee");
            }
            return read;
        }

        public Content.Group content() {
            return Content.group()
                    .put("quoteNo", quoteNo)
                    .put("parts", parts.content())
                    .put("fee", fee)
                    .put("total", total)
                    .put("balance", balance)
                    .put("remainingMonths", remainingMonths)
                    .put("nextInstalment", nextInstalment)
                    .put("validTo", validTo)
                    .build();
        }
    }

    static PrepaymentQuote read(Fields f) {
        PrepaymentQuote read = new PrepaymentQuote(
                f.text("quoteNo", 40),
                f.text("loanAccountNo", 30),
                f.optionalText("applicationNo", 32),
                f.word("kind", Kind.class),
                f.optionalMoney("amount"),
                f.optionalWord("keep", Keep.class),
                f.optionalNumber("newMonths", 1, 360),
                f.date("valueOn"));
        requireTogether(f, read.kind(), read.keep(), read.newMonths());
        if (read.kind() != null && (read.kind() == Kind.PART) != (read.amount() != null)) {
            f.problem("amount", read.amount() == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        } else if (Money.ZERO.equals(read.amount())) {
            f.problem("amount", FailureCode.AMOUNT_OUT_OF_RANGE, "1", "" + Money.MAX_FEN);
        }
        f.refuseProblems();
        return read;
    }

    /** A part says what it leaves as it is, and the new term when it leaves neither; all of it says nothing of the kind. */
    static void requireTogether(Fields f, @Nullable Kind kind, @Nullable Keep keep, @Nullable Integer newMonths) {
        if (kind != null && (kind == Kind.PART) != (keep != null)) {
            f.problem("keep", keep == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        }
        if ((keep == Keep.NEITHER) != (newMonths != null)) {
            f.problem("newMonths", newMonths == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        }
    }

    @Override
    public Operation operation() {
        return Operation.PREPAYMENT_QUOTE;
    }

    @Override
    public @Nullable String businessKey() {
        return null;
    }

    @Override
    public String subject() {
        return applicationNo == null ? loanAccountNo : applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("quoteNo", quoteNo)
                .put("loanAccountNo", loanAccountNo)
                .put("applicationNo", applicationNo)
                .put("kind", kind)
                .put("amount", amount)
                .put("keep", keep)
                .put("newMonths", newMonths)
                .put("valueOn", valueOn)
                .build();
    }
}
