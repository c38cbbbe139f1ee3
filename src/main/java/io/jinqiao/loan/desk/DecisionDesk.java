package io.jinqiao.loan.desk;

import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.model.Approval;
import io.jinqiao.loan.model.Approve;
import io.jinqiao.loan.model.Expire;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Reject;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.loan.rules.Rates.Rate;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Content;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.LoanApplication.Terms;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The decision, and the end of what was decided too long ago. */
@Component
class DecisionDesk {
    private static final int AT_ONCE = 200;

    private final LoanStore loans;
    private final Movements movements;
    private final LoanRules rules;
    private final Dates dates;
    private final IdGenerator ids;
    private final Clock clock;

    DecisionDesk(
            LoanStore loans,
            Movements movements,
            LoanRules rules,
            Dates dates,
            IdGenerator ids,
            @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.movements = movements;
        this.rules = rules;
        this.dates = dates;
        this.ids = ids;
        this.clock = clock;
    }

    DecidedLoan decide(DecideLoan command) {
        StoredLoan stored = loans.get(command.acceptanceNo());
        Terms applied = stored.loan().application().terms();
        Said said = new Said()
                .agrees("appliedAmount", command.appliedAmount(), applied.amount(), "loan-application.terms.amount")
                .agrees("appliedMonths", command.appliedMonths(), applied.months(), "loan-application.terms.months")
                .rows("conditions", command.conditions(), 0, 20);
        command.conditions().forEach(condition -> said.text("conditions", condition, 200));
        if (command.outcome() == DecisionNotice.Outcome.REJECTED) {
            said.text("reason", command.reason(), 500);
        }
        said.refuseProblems();
        return command.outcome() == DecisionNotice.Outcome.APPROVED ? approve(command, stored) : reject(command, stored);
    }

    private DecidedLoan reject(DecideLoan command, StoredLoan stored) {
        String reason = Objects.requireNonNull(command.reason());
        Reject move = new Reject(reason, ids.next().value(), WorkingCalendar.today(clock), command.by());
        Step step = movements.move(stored, move, null);
        loans.remark(step.loan(), LoanEvent.Type.REJECTED, command.by(), reason, clock.instant());
        return new DecidedLoan(Movements.outcome(step, CentreDesk.standing(step)), null);
    }

    private DecidedLoan approve(DecideLoan command, StoredLoan stored) {
        Approval approval = approval(command, stored.loan());
        Step step = movements.move(stored, new Approve(approval, ids.next().value(), command.by()), null);
        Content.Group answer = CentreDesk.standing(step)
                .with("opinionNo", approval.opinionNo())
                .with("validTo", approval.validTo().toString());
        return new DecidedLoan(Movements.outcome(step, answer), approved(step.loan(), approval));
    }

    private Approval approval(DecideLoan command, Loan loan) {
        LocalDate today = WorkingCalendar.today(clock);
        Terms applied = loan.application().terms();
        Money amount = command.approvedAmount() == null ? applied.amount() : command.approvedAmount();
        int months = command.approvedMonths() == null ? applied.months() : command.approvedMonths();
        int home = loan.application().home().ordinal();
        Rate rate = rules.rates().at(today, home, months).orElseThrow(() -> new Refusal(
                Problem.at("home.ordinal", FailureCode.NUMBER_OUT_OF_RANGE, "1", "2")));
        int version = loan.opinions() + 1;
        return new Approval(
                loan.acceptanceNo() + "-" + version, version, amount, months, rate.percent(), rate.version(), rate.from(),
                command.conditions(), today, dates.validTo(today), command.by().name());
    }

    private static ApprovedLoan approved(Loan loan, Approval approval) {
        return new ApprovedLoan(
                loan.bank(), loan.application(), loan.acceptanceNo(), approval.opinionNo(), approval.version(),
                approval.amount(), approval.months(), approval.annualRate(), approval.rateVersion(), approval.rateFrom(),
                approval.conditions(), approval.decidedOn(), approval.validTo(),
                Objects.requireNonNull(loan.reviews().second()), approval.approvedBy());
    }

    /** Ends approvals nobody signed on; one that changes meanwhile is left for the next time. */
    Outcome expireApprovals(LocalDate today) {
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY);
        for (String acceptanceNo : loans.approvedUntilBefore(today, AT_ONCE)) {
            Step step = expire(acceptanceNo, today);
            outcome = step == null ? outcome : outcome.with(Movements.consequences(step));
        }
        return outcome;
    }

    /** A loan whose data were erased stays as it is: nothing can be done with it any more. */
    private @Nullable Step expire(String acceptanceNo, LocalDate today) {
        StoredLoan stored = loans.unlessErased(acceptanceNo).orElse(null);
        if (stored == null || stored.loan().inForce() == null) {
            return null;
        }
        LocalDate lastReport = dates.lastReport(Objects.requireNonNull(stored.loan().approval()).validTo());
        if (!today.isAfter(lastReport)) {
            return null;
        }
        return movements.move(stored, new Expire(today, lastReport), null);
    }
}
