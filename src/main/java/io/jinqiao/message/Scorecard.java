package io.jinqiao.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank's score for a period (考核评分表): points by indicator, the cases behind them, the fee that follows, the standing proposed. A bank gets
 * its own cases only.
 *
 * @param scorecardNo another one for every version
 * @param from first day of the period
 * @param to last day, inclusive
 * @param score 0.00 to 100.00; null: too little could be graded
 * @param grade null: none, because an upheld objection left too little to grade; a red line has one without a score
 * @param redLine a confirmed red-line event overrides the score (底线红线)
 * @param cases what took points away, each with the number an objection names
 * @param fee the entrusted-loan fee that follows; only in a final score
 * @param statement of that fee, sealed; only beside a fee
 * @param standing proposed to the committee; never decided by software
 * @param objectionsUntil last day for objections, inclusive; there exactly while the score is provisional
 * @param rulings what became of objections to an earlier version
 */
public record Scorecard(
        String scorecardNo,
        int version,
        State state,
        LocalDate from,
        LocalDate to,
        String schemeVersion,
        @Nullable BigDecimal score,
        @Nullable String grade,
        boolean redLine,
        List<ScoredIndicator> indicators,
        List<Case> cases,
        @Nullable EntrustedLoanFee fee,
        @Nullable FeeStatement statement,
        Standing standing,
        @Nullable LocalDate objectionsUntil,
        List<Ruling> rulings)
        implements CanonicalMessage {
    private static final BigDecimal FULL = new BigDecimal("100.00");

    /** Without its statement. */
    public Scorecard(
            String scorecardNo,
            int version,
            State state,
            LocalDate from,
            LocalDate to,
            String schemeVersion,
            @Nullable BigDecimal score,
            @Nullable String grade,
            boolean redLine,
            List<ScoredIndicator> indicators,
            List<Case> cases,
            @Nullable EntrustedLoanFee fee,
            Standing standing,
            @Nullable LocalDate objectionsUntil,
            List<Ruling> rulings) {
        this(scorecardNo, version, state, from, to, schemeVersion, score, grade, redLine, indicators, cases, fee, null, standing, objectionsUntil, rulings);
    }

    /** The same with the statement of its fee. */
    public Scorecard with(FeeStatement sealed) {
        return new Scorecard(scorecardNo, version, state, from, to, schemeVersion, score, grade, redLine, indicators, cases, fee, sealed, standing, objectionsUntil, rulings);
    }

    public enum State {
        /** open for objections */
        PROVISIONAL,
        /** fee and proposal rest on it */
        FINAL,
        /** adjusts a closed period in this one */
        CORRECTION
    }

    /** Proposed standing (承办资格建议). */
    public enum Standing {
        UNCHANGED,
        MAY_GROW,
        CAPPED,
        SUSPENDED
    }

    public enum Decision {
        UPHELD,
        PARTLY_UPHELD,
        REJECTED
    }

    /**
     * @param reference message or order the case comes from
     * @param points points it cost, where that can be said of one case
     */
    public record Case(
            String caseNo,
            String indicator,
            @Nullable String loanAccountNo,
            @Nullable String reference,
            @Nullable BigDecimal points,
            String remark) {
        static Case read(Fields f) {
            return new Case(
                    f.text("caseNo", 40),
                    f.text("indicator", 20),
                    f.optionalText("loanAccountNo", 30),
                    f.optionalText("reference", 64),
                    f.optionalValue("points", text -> Decimals.parse(text, 3, 2)),
                    f.text("remark", 200));
        }

        Content.Group content() {
            return Content.group()
                    .put("caseNo", caseNo)
                    .put("indicator", indicator)
                    .put("loanAccountNo", loanAccountNo)
                    .put("reference", reference)
                    .put("points", points == null ? null : points.toPlainString())
                    .put("remark", remark)
                    .build();
        }
    }

    public record Ruling(String objectionNo, String caseNo, Decision decision, String reason) {
        static Ruling read(Fields f) {
            return new Ruling(
                    f.text("objectionNo", 32),
                    f.text("caseNo", 40),
                    f.word("decision", Decision.class),
                    f.text("reason", 500));
        }

        Content.Group content() {
            return Content.group()
                    .put("objectionNo", objectionNo)
                    .put("caseNo", caseNo)
                    .put("decision", decision)
                    .put("reason", reason)
                    .build();
        }
    }

    static Scorecard read(Fields f) {
        Scorecard read = new Scorecard(
                f.text("scorecardNo", 40),
                f.number("version", 1, 99),
                f.word("state", State.class),
                f.date("from"),
                f.date("to"),
                f.text("schemeVersion", 40),
                f.optionalValue("score", text -> Decimals.parse(text, 3, 2)),
                f.optionalText("grade", 10),
                f.flag("redLine"),
                f.rows("indicators", 1, 50, ScoredIndicator::read),
                f.rows("cases", 0, 1000, Case::read),
                f.optionalGroup("fee", EntrustedLoanFee::read),
                f.optionalGroup("statement", FeeStatement::read),
                f.word("standing", Standing.class),
                f.optionalDate("objectionsUntil"),
                f.rows("rulings", 0, 500, Ruling::read));
        read.tellContradictions(f);
        f.refuseProblems();
        return read;
    }

    private void tellContradictions(Fields f) {
        if (from != null && to != null && to.isBefore(from)) {
            f.problem("to", FailureCode.FIELDS_DISAGREE, "from");
        }
        if (score != null && score.compareTo(FULL) > 0) {
            f.problem("score", FailureCode.NUMBER_OUT_OF_RANGE, "0", "100");
        }
        if (grade == null && (score != null || redLine)) {
            f.problem("grade", FailureCode.FIELD_MISSING);
        }
        if (score == null && grade != null && !redLine) {
            f.problem("score", FailureCode.FIELD_MISSING);
        }
        if (state != null && (state == State.PROVISIONAL) != (objectionsUntil != null)) {
            f.problem("objectionsUntil", objectionsUntil == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        }
        if (state == State.PROVISIONAL && fee != null) {
            f.problem("fee", FailureCode.FIELD_UNEXPECTED);
        }
        if (fee == null && statement != null) {
            f.problem("statement", FailureCode.FIELD_UNEXPECTED);
        }
    }

    @Override
    public Operation operation() {
        return Operation.SCORECARD;
    }

    @Override
    public String businessKey() {
        return scorecardNo;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("scorecardNo", scorecardNo)
                .put("version", version)
                .put("state", state)
                .put("from", from)
                .put("to", to)
                .put("schemeVersion", schemeVersion)
                .put("score", score == null ? null : score.toPlainString())
                .put("grade", grade)
                .put("redLine", redLine)
                .rows("indicators", indicators.stream().map(ScoredIndicator::content).toList())
                .rows("cases", cases.stream().map(Case::content).toList())
                .put("fee", fee == null ? null : fee.content())
                .put("statement", statement == null ? null : statement.content())
                .put("standing", standing)
                .put("objectionsUntil", objectionsUntil)
                .rows("rulings", rulings.stream().map(Ruling::content).toList())
                .build();
    }
}
