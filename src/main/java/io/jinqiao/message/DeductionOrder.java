package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bank is to deduct what fell due (贷款扣款指令), for a bank whose ledger the centre leads. One source of money in one order: a run on fund
 * balances and a run on bank accounts are never open together.
 *
 * @param source what is deducted from
 * @param waterfall which part is paid first when there is too little; every rank and every part once
 * @param count number of lines
 * @param total sum of all lines
 */
public record DeductionOrder(
        String orderNo,
        LocalDate deductOn,
        Source source,
        List<Rank> waterfall,
        int count,
        Money total,
        List<Line> lines)
        implements CanonicalMessage {

    public enum Source {
        /** repayment account (HKZH) */
        BANK_ACCOUNT,
        /** fund balance; every line then names that person's mandate in force */
        FUND_BALANCE
    }

    /** What a payment is used for (冲还顺序); all five ranks differ. */
    public enum Part {
        OVERDUE_PRINCIPAL,
        OVERDUE_INTEREST,
        /** penalty interest and fine */
        PENALTY,
        PRINCIPAL,
        INTEREST
    }

    public record Rank(int rank, Part part) {
        static Rank read(Fields f) {
            return new Rank(f.number("rank", 1, 5), f.word("part", Part.class));
        }

        Content.Group content() {
            return Content.group()
                    .put("rank", rank)
                    .put("part", part)
                    .build();
        }
    }

    /**
     * @param loanAccountNo DKZH
     * @param instalment DQQC
     * @param accountNo account to take the money from: HKZH, or the individual fund account
     * @param due what is owed; the amount to deduct is its sum
     * @param partial whether less than all may be taken (足额标志; what each bank writes for it is in its table)
     * @param mandateNo mandate of the person (扣缴协议); there for a fund balance
     */
    public record Line(
            int lineNo,
            String loanAccountNo,
            int instalment,
            String accountNo,
            String accountName,
            InstalmentParts due,
            boolean partial,
            @Nullable String mandateNo) {
        /** Reads one with every problem on the reader's list. */
        public static Line read(Fields f) {
            return new Line(
                    f.number("lineNo", 1, 999999),
                    f.text("loanAccountNo", 30),
                    f.number("instalment", 1, 999),
                    f.value("accountNo", Form::accountNo),
                    f.text("accountName", 120),
                    f.group("due", InstalmentParts::read),
                    f.flag("partial"),
                    f.optionalText("mandateNo", 40));
        }

        Content.Group content() {
            return Content.group()
                    .put("lineNo", lineNo)
                    .put("loanAccountNo", loanAccountNo)
                    .put("instalment", instalment)
                    .put("accountNo", accountNo)
                    .put("accountName", accountName)
                    .put("due", due.content())
                    .put("partial", partial)
                    .put("mandateNo", mandateNo)
                    .build();
        }
    }

    /**
     * The order was taken; what could be deducted follows in {@link DeductionResult}s.
     *
     * @param batchNo the bank's batch number (BatchNo)
     */
    public record Answer(String orderNo, @Nullable String batchNo, @Nullable LocalDate expectedOn) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("orderNo", 40), f.optionalText("batchNo", 40), f.optionalDate("expectedOn"));
        }

        public Content.Group content() {
            return Content.group()
                    .put("orderNo", orderNo)
                    .put("batchNo", batchNo)
                    .put("expectedOn", expectedOn)
                    .build();
        }
    }

    static DeductionOrder read(Fields f) {
        DeductionOrder read = new DeductionOrder(
                f.text("orderNo", 40),
                f.date("deductOn"),
                f.word("source", Source.class),
                f.rows("waterfall", 1, 6, Rank::read),
                f.number("count", 1, 1000),
                f.money("total"),
                f.rows("lines", 1, 1000, Line::read));
        f.refuseProblems();
        read.tellContradictions(f);
        f.refuseProblems();
        return read;
    }

    /** Sums say nothing while a line is broken: they are looked at last. */
    private void tellContradictions(Fields f) {
        DeductionBatch.tellContradictions(
                f, count, total, lines.stream().map(Line::due).toList(), lines.stream().map(Line::lineNo).toList());
        tellWaterfall(f);
        for (int i = 0; i < lines.size(); i++) {
            if (source == Source.FUND_BALANCE && lines.get(i).mandateNo() == null) {
                f.problem("lines[" + i + "].mandateNo", FailureCode.FIELD_MISSING);
            }
        }
    }

    private void tellWaterfall(Fields f) {
        int parts = Part.values().length;
        if (waterfall.size() != parts
                || waterfall.stream().map(Rank::rank).distinct().count() < parts
                || waterfall.stream().map(Rank::part).distinct().count() < parts) {
            f.problem("waterfall", FailureCode.FIELDS_DISAGREE, "rank, part");
        }
    }

    @Override
    public Operation operation() {
        return Operation.DEDUCTION_ORDER;
    }

    @Override
    public String businessKey() {
        return orderNo;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("orderNo", orderNo)
                .put("deductOn", deductOn)
                .put("source", source)
                .rows("waterfall", waterfall.stream().map(Rank::content).toList())
                .put("count", count)
                .put("total", total)
                .rows("lines", lines.stream().map(Line::content).toList())
                .build();
    }
}
