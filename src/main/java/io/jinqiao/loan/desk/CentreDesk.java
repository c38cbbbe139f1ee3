package io.jinqiao.loan.desk;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReturnLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.WaitForFunds;
import io.jinqiao.loan.model.EndWait;
import io.jinqiao.loan.model.GiveBack;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.loan.model.Review;
import io.jinqiao.loan.model.Revoke;
import io.jinqiao.loan.model.Seal;
import io.jinqiao.loan.model.StartWait;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.ScanStore;
import io.jinqiao.message.ApplicationReturned.Item;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What people of the centre do with an application, but for the decision. */
@Component
class CentreDesk {
    private final LoanStore loans;
    private final ScanStore scans;
    private final Movements movements;
    private final Dates dates;
    private final IdGenerator ids;
    private final Clock clock;

    CentreDesk(LoanStore loans, ScanStore scans, Movements movements, Dates dates, IdGenerator ids, @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.scans = scans;
        this.movements = movements;
        this.dates = dates;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome review(ReviewLoan command) {
        new Said().optionalText("remark", command.remark(), 500).refuseProblems();
        Step step = movements.move(
                loans.get(command.acceptanceNo()), new Review(command.stage(), command.recommended(), command.by()), null);
        LoanEvent.Type about = command.stage() == ReviewLoan.Stage.INITIAL
                ? LoanEvent.Type.INITIAL_REVIEWED
                : LoanEvent.Type.SECOND_REVIEWED;
        remark(step.loan(), about, command.by(), command.remark());
        return Movements.outcome(step, standing(step));
    }

    Outcome giveBack(ReturnLoan command) {
        LocalDate today = WorkingCalendar.today(clock);
        LocalDate dueOn = command.dueOn() == null ? dates.supplementDue(today) : command.dueOn();
        Said said = new Said().text("reason", command.reason(), 500).rows("items", command.items(), 1, 50);
        for (int i = 0; i < command.items().size(); i++) {
            Item item = command.items().get(i);
            said.text("items[" + i + "].item", item.item(), 60).optionalText("items[" + i + "].remark", item.remark(), 200);
        }
        said.require(!dueOn.isBefore(today), Problem.at("dueOn", FailureCode.FIELD_WRONG_FORM, ">= " + today))
                .refuseProblems();
        GiveBack move = new GiveBack(ids.next().value(), command.reason(), command.items(), today, dueOn, command.by());
        Step step = movements.move(loans.get(command.acceptanceNo()), move, null);
        remark(step.loan(), LoanEvent.Type.RETURNED, command.by(), command.reason());
        return Movements.outcome(
                step, standing(step).with("returnNo", move.returnNo()).with("dueOn", dueOn.toString()));
    }

    Outcome waitForFunds(WaitForFunds command) {
        new Said().text("reason", command.reason(), 500).refuseProblems();
        Step step = movements.move(
                loans.get(command.acceptanceNo()),
                command.waiting()
                        ? new StartWait(command.reason(), WorkingCalendar.today(clock), command.by())
                        : new EndWait(command.by()),
                null);
        remark(
                step.loan(),
                command.waiting() ? LoanEvent.Type.FUNDS_AWAITED : LoanEvent.Type.FUNDS_ARRIVED,
                command.by(),
                command.reason());
        return Movements.outcome(step, standing(step));
    }

    RevokeOpinion revoke(RevokeOpinion command) {
        new Said().text("reason", command.reason(), 500).text("revokedBy", command.revokedBy(), 64).refuseProblems();
        // before anything is read: what a person files meanwhile is here then, or finds the opinion taken back
        scans.hold(command.bank(), command.applicationNo());
        Step step = movements.move(
                loans.get(command.bank(), command.applicationNo()), new Revoke(command.revokedBy()), null);
        remark(
                step.loan(),
                LoanEvent.Type.OPINION_REVOKED,
                new Officer(command.revokedBy(), "approver"),
                command.reason());
        return command;
    }

    Outcome seal(SealContract command) {
        Step step = movements.move(
                loans.get(command.acceptanceNo()), new Seal(command.contractNo(), command.by()), null);
        return Movements.outcome(step, standing(step));
    }

    private void remark(Loan loan, LoanEvent.Type about, Officer by, @Nullable String words) {
        if (words != null) {
            loans.remark(loan, about, by, words, clock.instant());
        }
    }

    static Content.Group standing(Step step) {
        return Content.group()
                .put("acceptanceNo", step.loan().acceptanceNo())
                .put("applicationNo", step.loan().applicationNo())
                .put("state", LoanWords.of(step.loan()).id())
                .build();
    }
}
