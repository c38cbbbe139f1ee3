package io.jinqiao.loan.desk;

import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.ExpireApprovals;
import io.jinqiao.loan.Loans;
import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.ReturnLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.WaitForFunds;
import io.jinqiao.message.Answered;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.FileCase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door, handing each caller to who deals with it. */
@Service("loans")
@Transactional
class LoanDesk implements Loans {
    private final ApplicantChecks checks;
    private final Intake intake;
    private final ScanIntake scans;
    private final BankDesk bank;
    private final CentreDesk centre;
    private final DecisionDesk decisions;
    private final RegistryDesk registry;
    private final MoneyDesk money;
    private final MoneyBack moneyBack;
    private final Addressees addressees;

    LoanDesk(
            ApplicantChecks checks,
            Intake intake,
            ScanIntake scans,
            BankDesk bank,
            CentreDesk centre,
            DecisionDesk decisions,
            RegistryDesk registry,
            MoneyDesk money,
            MoneyBack moneyBack,
            Addressees addressees) {
        this.checks = checks;
        this.intake = intake;
        this.scans = scans;
        this.bank = bank;
        this.centre = centre;
        this.decisions = decisions;
        this.registry = registry;
        this.money = money;
        this.moneyBack = moneyBack;
        this.addressees = addressees;
    }

    @Override
    public Outcome check(Incoming question) {
        return checks.check(question);
    }

    @Override
    public Outcome accept(Incoming application) {
        return intake.accept(application);
    }

    @Override
    public Outcome attachment(Incoming chunk) {
        return scans.take(chunk);
    }

    @Override
    public Outcome supplement(Incoming supplement) {
        return bank.supplement(supplement);
    }

    @Override
    public Outcome withdraw(Incoming withdrawal) {
        return bank.withdraw(withdrawal);
    }

    @Override
    public Outcome contractSigned(Incoming contract) {
        return bank.contractSigned(contract);
    }

    @Override
    public Incoming opinionPrinted(Incoming printed) {
        return bank.opinionPrinted(printed);
    }

    @Override
    public Outcome addressees(Outcome outcome) {
        return addressees.of(outcome);
    }

    @Override
    public Answered answered(Answered answered) {
        return bank.answered(answered);
    }

    @Override
    public Outcome review(ReviewLoan command) {
        return centre.review(command);
    }

    @Override
    public DecidedLoan decide(DecideLoan command) {
        return decisions.decide(command);
    }

    @Override
    public Outcome giveBack(ReturnLoan command) {
        return centre.giveBack(command);
    }

    @Override
    public Outcome waitForFunds(WaitForFunds command) {
        return centre.waitForFunds(command);
    }

    @Override
    public RevokeOpinion revokeOpinion(RevokeOpinion command) {
        return centre.revoke(command);
    }

    @Override
    public Outcome sealContract(SealContract command) {
        return centre.seal(command);
    }

    @Override
    public Outcome expireApprovals(ExpireApprovals command) {
        return decisions.expireApprovals(command.today());
    }

    @Override
    public Outcome pay(PayLoan command) {
        return money.pay(command);
    }

    @Override
    public Outcome disbursed(Answered instruction) {
        return money.disbursed(instruction);
    }

    @Override
    public Outcome returned(Incoming returned) {
        return moneyBack.returned(returned);
    }

    @Override
    public Outcome settled(Incoming settlement) {
        return moneyBack.settled(settlement);
    }

    @Override
    public Outcome secure(SecureLoan command) {
        return money.secure(command);
    }

    @Override
    public MortgageRequest requested(Incoming request) {
        return registry.requested(request);
    }

    @Override
    public FileCase filing(FileCase command) {
        return registry.filing(command);
    }

    @Override
    public Outcome follow(Outcome outcome) {
        return registry.follow(outcome);
    }
}
