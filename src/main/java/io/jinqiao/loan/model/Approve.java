package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication.Terms;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The centre approves. @param approval everything the opinion will say */
public record Approve(Approval approval, String noticeNo, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.notPaused(loan);
        Gates.everyScanIsHere(loan);
        if (loan.decision() != DecisionTrack.SECOND_REVIEWED) {
            throw Gates.forbids(loan);
        }
        Gates.recommended(loan);
        Gates.anotherThanTheReviewers(loan, by);
        withinWhatWasAppliedFor(loan.application().terms());
        Change change = loan.change()
                .decision(DecisionTrack.APPROVED)
                .approval(approval)
                .event(LoanEvent.of(LoanEvent.Type.APPROVED, by)
                        .with("opinionNo", approval.opinionNo())
                        .with("version", approval.version())
                        .with("amount", approval.amount())
                        .with("months", approval.months())
                        .with("validTo", approval.validTo()))
                .tell(notice(loan));
        return change.done();
    }

    private void withinWhatWasAppliedFor(Terms applied) {
        List<Problem> problems = new ArrayList<>();
        if (approval.amount().compareTo(applied.amount()) > 0 || approval.amount().fen() == 0) {
            problems.add(Problem.at("approvedAmount", FailureCode.AMOUNT_OUT_OF_RANGE, "1", applied.amount().toString()));
        }
        if (approval.months() < 1 || approval.months() > applied.months()) {
            problems.add(Problem.at("approvedMonths", FailureCode.NUMBER_OUT_OF_RANGE, "1", "" + applied.months()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private DecisionNotice notice(Loan loan) {
        Terms applied = loan.application().terms();
        return new DecisionNotice(
                noticeNo, loan.applicationNo(), loan.acceptanceNo(), DecisionNotice.Outcome.APPROVED, applied.amount(),
                applied.months(), approval.amount(), approval.months(), null, approval.decidedOn());
    }
}
