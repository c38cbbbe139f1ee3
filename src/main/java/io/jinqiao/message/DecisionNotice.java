package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an application (审批结果通知), with what was applied for and what was approved.
 *
 * @param noticeNo the centre's number of this notice
 * @param reason for a rejection; null for an approval
 */
public record DecisionNotice(
        String noticeNo,
        String applicationNo,
        String acceptanceNo,
        Outcome outcome,
        Money appliedAmount,
        int appliedMonths,
        @Nullable Money approvedAmount,
        @Nullable Integer approvedMonths,
        @Nullable String reason,
        LocalDate decidedOn)
        implements CanonicalMessage {

    public enum Outcome {
        APPROVED,
        REJECTED
    }

    static DecisionNotice read(Fields f) {
        DecisionNotice read = new DecisionNotice(
                f.text("noticeNo", 40),
                f.text("applicationNo", 32),
                f.text("acceptanceNo", 40),
                f.word("outcome", Outcome.class),
                f.money("appliedAmount"),
                f.number("appliedMonths", 1, 360),
                f.optionalMoney("approvedAmount"),
                f.optionalNumber("approvedMonths", 1, 360),
                f.optionalText("reason", 500),
                f.date("decidedOn"));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.DECISION_NOTICE;
    }

    @Override
    public String businessKey() {
        return noticeNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("noticeNo", noticeNo)
                .put("applicationNo", applicationNo)
                .put("acceptanceNo", acceptanceNo)
                .put("outcome", outcome)
                .put("appliedAmount", appliedAmount)
                .put("appliedMonths", appliedMonths)
                .put("approvedAmount", approvedAmount)
                .put("approvedMonths", approvedMonths)
                .put("reason", reason)
                .put("decidedOn", decidedOn)
                .build();
    }
}
