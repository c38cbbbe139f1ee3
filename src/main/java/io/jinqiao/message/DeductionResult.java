package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deduction order brought in (扣款结果), line by line. Several results may answer one order; the last one says so.
 *
 * @param accountingDate JZRQ
 * @param last after it no line of the order is open
 * @param count number of lines
 * @param total sum of what was deducted
 */
public record DeductionResult(
        String resultNo,
        String orderNo,
        @Nullable String batchNo,
        LocalDate accountingDate,
        boolean last,
        int count,
        Money total,
        List<Line> lines)
        implements CanonicalMessage {

    /**
     * @param loanAccountNo DKZH
     * @param hostSerial YHJSLSH; there when something was deducted
     * @param resultText for people; never read by a program
     */
    public record Line(
            int lineNo,
            String loanAccountNo,
            DeductionOutcome result,
            InstalmentParts paid,
            @Nullable String hostSerial,
            @Nullable String resultText) {
        private void tellContradictions(Fields f) {
            boolean some = result == DeductionOutcome.PAID || result == DeductionOutcome.PARTLY_PAID;
            if (some == paid.isNothing()) {
                f.problem("result", FailureCode.FIELDS_DISAGREE, "paid");
            }
            if (!paid.isNothing() && hostSerial == null) {
                f.problem("hostSerial", FailureCode.FIELD_MISSING);
            }
        }

        static Line read(Fields f) {
            Line read = new Line(
                    f.number("lineNo", 1, 999999),
                    f.text("loanAccountNo", 30),
                    f.word("result", DeductionOutcome.class),
                    f.group("paid", InstalmentParts::read),
                    f.optionalText("hostSerial", 40),
                    f.optionalText("resultText", 200));
            if (read.paid() != null && read.result() != null) {
                read.tellContradictions(f);
            }
            return read;
        }

        Content.Group content() {
            return Content.group()
                    .put("lineNo", lineNo)
                    .put("loanAccountNo", loanAccountNo)
                    .put("result", result)
                    .put("paid", paid.content())
                    .put("hostSerial", hostSerial)
                    .put("resultText", resultText)
                    .build();
        }
    }

    /**
     * The answer that takes it.
     *
     * @param taken lines posted
     * @param open lines of the order without a result
     */
    public record Answer(String resultNo, int taken, @Nullable Integer open) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("resultNo", 32), f.number("taken", 0, 1000), f.optionalNumber("open", 0, 1000));
        }

        public Content.Group content() {
            return Content.group()
                    .put("resultNo", resultNo)
                    .put("taken", taken)
                    .put("open", open)
                    .build();
        }
    }

    static DeductionResult read(Fields f) {
        DeductionResult read = new DeductionResult(
                f.text("resultNo", 32),
                f.text("orderNo", 40),
                f.optionalText("batchNo", 40),
                f.date("accountingDate"),
                f.flag("last"),
                f.number("count", 1, 1000),
                f.moneyOrZero("total"),
                f.rows("lines", 1, 1000, Line::read));
        f.refuseProblems();
        read.tellContradictions(f);
        f.refuseProblems();
        return read;
    }

    /** Sums say nothing while a line is broken: they are looked at last. */
    private void tellContradictions(Fields f) {
        DeductionBatch.tellContradictions(
                f, count, total, lines.stream().map(Line::paid).toList(), lines.stream().map(Line::lineNo).toList());
    }

    @Override
    public Operation operation() {
        return Operation.DEDUCTION_RESULT;
    }

    @Override
    public String businessKey() {
        return resultNo;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("resultNo", resultNo)
                .put("orderNo", orderNo)
                .put("batchNo", batchNo)
                .put("accountingDate", accountingDate)
                .put("last", last)
                .put("count", count)
                .put("total", total)
                .rows("lines", lines.stream().map(Line::content).toList())
                .build();
    }
}
