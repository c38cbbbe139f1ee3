package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bank contests cases of a scorecard (考核异议). */
public record ScorecardObjection(
        String objectionNo,
        String scorecardNo,
        List<Contested> contested,
        String operatorNo)
        implements CanonicalMessage {

    /** @param evidence digest of a document that supports it */
    public record Contested(String caseNo, String reason, @Nullable Digest evidence) {
        static Contested read(Fields f) {
            return new Contested(
                    f.text("caseNo", 40),
                    f.text("reason", 500),
                    f.optionalValue("evidence", Digest::new));
        }

        Content.Group content() {
            return Content.group()
                    .put("caseNo", caseNo)
                    .put("reason", reason)
                    .put("evidence", evidence)
                    .build();
        }
    }

    /**
     * The answer that takes it.
     *
     * @param decisionDueOn by when two people decide
     */
    public record Answer(String objectionNo, Instant registeredAt, @Nullable LocalDate decisionDueOn) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("objectionNo", 32), f.instant("registeredAt"), f.optionalDate("decisionDueOn"));
        }

        public Content.Group content() {
            return Content.group()
                    .put("objectionNo", objectionNo)
                    .put("registeredAt", registeredAt)
                    .put("decisionDueOn", decisionDueOn)
                    .build();
        }
    }

    static ScorecardObjection read(Fields f) {
        ScorecardObjection read = new ScorecardObjection(
                f.text("objectionNo", 32),
                f.text("scorecardNo", 40),
                f.rows("contested", 1, 200, Contested::read),
                f.text("operatorNo", 20));
        if (read.contested().stream().map(Contested::caseNo).distinct().count() < read.contested().size()) {
            f.problem("contested", FailureCode.FIELDS_DISAGREE, "caseNo");
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.SCORECARD_OBJECTION;
    }

    @Override
    public String businessKey() {
        return objectionNo;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("objectionNo", objectionNo)
                .put("scorecardNo", scorecardNo)
                .rows("contested", contested.stream().map(Contested::content).toList())
                .put("operatorNo", operatorNo)
                .build();
    }
}
