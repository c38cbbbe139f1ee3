package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A loan is paid back early, in part or in full (提前还款). Told to whoever leads the ledger of the loan.
 *
 * @param quoteNo the quote it follows, where one was asked for
 * @param loanAccountNo DKZH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param amount everything that is paid
 * @param keep there exactly for a part
 * @param newMonths there exactly when {@code keep} is neither
 * @param accountNo account the money comes from
 * @param hostSerial YHJSLSH, when the money has moved already
 */
public record Prepayment(
        String prepaymentNo,
        @Nullable String quoteNo,
        String loanAccountNo,
        @Nullable String applicationNo,
        PrepaymentQuote.Kind kind,
        Money amount,
        PrepaymentQuote.@Nullable Keep keep,
        @Nullable Integer newMonths,
        LocalDate valueOn,
        PaymentSource source,
        @Nullable String accountNo,
        @Nullable String hostSerial)
        implements CanonicalMessage {

    /**
     * The answer that takes it.
     *
     * @param accountingDate JZRQ
     * @param hostSerial YHJSLSH
     * @param balance DKYE
     * @param nextInstalment null when the loan ends
     */
    public record Answer(
            String prepaymentNo,
            LocalDate accountingDate,
            @Nullable String hostSerial,
            InstalmentParts parts,
            Money fee,
            Money balance,
            int remainingMonths,
            @Nullable Money nextInstalment) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(
                    f.text("prepaymentNo", 40),
                    f.date("accountingDate"),
                    f.optionalText("hostSerial", 40),
                    f.group("parts", InstalmentParts::read),
                    f.moneyOrZero("fee"),
                    f.moneyOrZero("balance"),
                    f.number("remainingMonths", 0, 360),
                    f.optionalMoney("nextInstalment"));
        }

        public Content.Group content() {
            return Content.group()
                    .put("prepaymentNo", prepaymentNo)
                    .put("accountingDate", accountingDate)
                    .put("hostSerial", hostSerial)
                    .put("parts", parts.content())
                    .put("fee", fee)
                    .put("balance", balance)
                    .put("remainingMonths", remainingMonths)
                    .put("nextInstalment", nextInstalment)
                    .build();
        }
    }

    static Prepayment read(Fields f) {
        Prepayment read = new Prepayment(
                f.text("prepaymentNo", 40),
                f.optionalText("quoteNo", 40),
                f.text("loanAccountNo", 30),
                f.optionalText("applicationNo", 32),
                f.word("kind", PrepaymentQuote.Kind.class),
                f.money("amount"),
                f.optionalWord("keep", PrepaymentQuote.Keep.class),
                f.optionalNumber("newMonths", 1, 360),
                f.date("valueOn"),
                f.word("source", PaymentSource.class),
                f.optionalValue("accountNo", Form::accountNo),
                f.optionalText("hostSerial", 40));
        PrepaymentQuote.requireTogether(f, read.kind(), read.keep(), read.newMonths());
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.PREPAYMENT;
    }

    @Override
    public String businessKey() {
        return prepaymentNo;
    }

    @Override
    public String subject() {
        return applicationNo == null ? loanAccountNo : applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("prepaymentNo", prepaymentNo)
                .put("quoteNo", quoteNo)
                .put("loanAccountNo", loanAccountNo)
                .put("applicationNo", applicationNo)
                .put("kind", kind)
                .put("amount", amount)
                .put("keep", keep)
                .put("newMonths", newMonths)
                .put("valueOn", valueOn)
                .put("source", source)
                .put("accountNo", accountNo)
                .put("hostSerial", hostSerial)
                .build();
    }
}
