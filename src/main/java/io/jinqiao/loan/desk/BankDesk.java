package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.loan.model.Print;
import io.jinqiao.loan.model.Sign;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.model.Supplement;
import io.jinqiao.loan.model.Withdraw;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.ScanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What a bank says about a loan that is already here. */
@Component
class BankDesk {
    private final LoanStore loans;
    private final ScanStore scans;
    private final Movements movements;
    private final Clock clock;

    BankDesk(LoanStore loans, ScanStore scans, Movements movements, @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.scans = scans;
        this.movements = movements;
        this.clock = clock;
    }

    Outcome supplement(Incoming incoming) {
        ApplicationSupplement supplement = (ApplicationSupplement) incoming.message();
        String acceptanceNo = loans.get(incoming.partner(), supplement.applicationNo()).loan().acceptanceNo();
        scans.expect(acceptanceNo, supplement.attachments(), incoming.id());
        StoredLoan loan = loans.get(acceptanceNo);
        Outcome taken = Outcome.accepted(Content.group()
                .put("applicationNo", supplement.applicationNo())
                .put("acceptanceNo", acceptanceNo)
                .rows("missingAttachments", loan.loan().scans().missing().stream().map(BankDesk::kind).toList())
                .build());
        // what was decided the centre waits for nothing more of; a case may, wherever the loan stands there: a right that was left open is applied for anew
        if (!loan.loan().returned() && (loan.loan().security().atTheRegistry() || !loan.loan().decision().open())) {
            return taken.with(new Consequence.Supplemented(
                    incoming.partner(), incoming.id(), supplement, scans.here(acceptanceNo), LoanWords.of(loan.loan()).both()));
        }
        movements.move(loan, new Supplement(supplement.supplementNo(), supplement.attachments().size()), incoming.id());
        return taken;
    }

    private static Content.Group kind(String kind) {
        return Content.group().put("kind", kind).build();
    }

    Outcome withdraw(Incoming incoming) {
        ApplicationWithdrawal withdrawal = (ApplicationWithdrawal) incoming.message();
        StoredLoan loan = loans.get(incoming.partner(), withdrawal.applicationNo());
        Step step = movements.move(loan, new Withdraw(withdrawal.operatorNo()), incoming.id());
        return Movements.outcome(
                step,
                Content.group()
                        .put("applicationNo", withdrawal.applicationNo())
                        .put("acceptanceNo", step.loan().acceptanceNo())
                        .put("state", LoanWords.of(step.loan()).id())
                        .build());
    }

    Outcome contractSigned(Incoming incoming) {
        ContractSigned contract = (ContractSigned) incoming.message();
        StoredLoan loan = loans.get(incoming.partner(), contract.applicationNo());
        Step step = movements.move(loan, new Sign(contract, WorkingCalendar.today(clock)), incoming.id());
        return Movements.outcome(
                step,
                Content.group()
                        .put("contractNo", contract.contractNo())
                        .put("applicationNo", contract.applicationNo())
                        .put("state", LoanWords.of(step.loan()).id())
                        .build());
    }

    Incoming opinionPrinted(Incoming incoming) {
        OpinionPrinted printed = (OpinionPrinted) incoming.message();
        StoredLoan loan = loans.get(incoming.partner(), printed.applicationNo());
        movements.move(loan, new Print(printed), incoming.id());
        return incoming;
    }

    /** Nothing of the loan itself changes, so it cannot collide with a move. */
    Answered answered(Answered answered) {
        String told = answered.reply().fold(accepted -> "accepted", rejected -> "rejected", unknown -> "unknown");
        LoanEvent.Type type = answered.reply()
                .fold(a -> LoanEvent.Type.BANK_TOLD, r -> LoanEvent.Type.BANK_REFUSED, u -> LoanEvent.Type.BANK_UNCERTAIN);
        Optional<String> loan = Optional.ofNullable(answered.message().subject())
                .flatMap(applicationNo -> loans.acceptanceNo(answered.partner(), applicationNo));
        loan.ifPresent(acceptanceNo -> loans.note(
                acceptanceNo,
                List.of(LoanEvent.of(type).with("operation", answered.message().operation().id())),
                answered.id(),
                clock.instant()));
        if (loan.isPresent() && answered.message() instanceof ApprovalOpinion opinion) {
            loans.opinionTold(loan.get(), opinion.opinionNo(), told);
        }
        return answered;
    }
}
