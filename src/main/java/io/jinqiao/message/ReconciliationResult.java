package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comparing the two books of an accounting date came to (对账结果): nothing differs, or these things do, each with its owner and due day.
 *
 * @param accountingDate JZRQ
 * @param differences empty exactly when the books match
 */
public record ReconciliationResult(
        String resultNo,
        String statementNo,
        LocalDate accountingDate,
        Outcome outcome,
        List<Difference> differences)
        implements CanonicalMessage {

    public enum Outcome {
        MATCHED,
        /** differences are open */
        DIFFERS,
        /** every difference has its explanation; two people closed the day */
        EXPLAINED
    }

    /** How two books differ. */
    public enum Type {
        MISSING_AT_CENTRE,
        MISSING_AT_BANK,
        AMOUNT_DIFFERS,
        /** same sum, other parts */
        PARTS_DIFFER,
        /** rounding of two ways to compute interest */
        CENTS_DIFFER,
        /** one side does not know what became of it */
        OUTCOME_UNKNOWN
    }

    /** Who has to clear a difference. */
    public enum Owner {
        CENTRE,
        BANK
    }

    /**
     * @param loanAccountNo DKZH
     * @param atCentre in the centre's book; null when it is not there
     * @param atBank in the bank's book; null when it is not there
     * @param dueOn last day to clear it, inclusive
     * @param explanation there when it is explained
     */
    public record Difference(
            String differenceNo,
            Type type,
            Reconciliation.Kind kind,
            @Nullable String loanAccountNo,
            String reference,
            @Nullable Money atCentre,
            @Nullable Money atBank,
            Owner owner,
            LocalDate dueOn,
            @Nullable String explanation) {
        static Difference read(Fields f) {
            Difference read = new Difference(
                    f.text("differenceNo", 40),
                    f.word("type", Type.class),
                    f.word("kind", Reconciliation.Kind.class),
                    f.optionalText("loanAccountNo", 30),
                    f.text("reference", 64),
                    f.optionalMoney("atCentre"),
                    f.optionalMoney("atBank"),
                    f.word("owner", Owner.class),
                    f.date("dueOn"),
                    f.optionalText("explanation", 500));
            if (read.type() != null && read.atCentre() == null && read.type() != Type.MISSING_AT_CENTRE) {
                f.problem("atCentre", FailureCode.FIELD_MISSING);
            }
            if (read.type() != null && read.atBank() == null && read.type() != Type.MISSING_AT_BANK) {
                f.problem("atBank", FailureCode.FIELD_MISSING);
            }
            return read;
        }

        Content.Group content() {
            return Content.group()
                    .put("differenceNo", differenceNo)
                    .put("type", type)
                    .put("kind", kind)
                    .put("loanAccountNo", loanAccountNo)
                    .put("reference", reference)
                    .put("atCentre", atCentre)
                    .put("atBank", atBank)
                    .put("owner", owner)
                    .put("dueOn", dueOn)
                    .put("explanation", explanation)
                    .build();
        }
    }

    static ReconciliationResult read(Fields f) {
        ReconciliationResult read = new ReconciliationResult(
                f.text("resultNo", 40),
                f.text("statementNo", 40),
                f.date("accountingDate"),
                f.word("outcome", Outcome.class),
                f.rows("differences", 0, 1000, Difference::read));
        if (read.outcome() != null && (read.outcome() == Outcome.MATCHED) != read.differences().isEmpty()) {
            f.problem("differences", read.differences().isEmpty() ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        }
        for (int i = 0; i < read.differences().size(); i++) {
            if (read.outcome() == Outcome.EXPLAINED && read.differences().get(i).explanation() == null) {
                f.problem("differences[" + i + "].explanation", FailureCode.FIELD_MISSING);
            }
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.RECONCILIATION_RESULT;
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
                .put("statementNo", statementNo)
                .put("accountingDate", accountingDate)
                .put("outcome", outcome)
                .rows("differences", differences.stream().map(Difference::content).toList())
                .build();
    }
}
