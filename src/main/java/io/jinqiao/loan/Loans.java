package io.jinqiao.loan;

import io.jinqiao.message.Answered;
import io.jinqiao.message.DecidedLoan;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.FileCase;

/**
 * The room's door, bean {@code loans}: one loan from acceptance to release. Everything joins the caller's transaction.
 *
 * <p>Every method throws {@link io.jinqiao.message.Refusal} when a gate is closed or the state of the loan forbids it; then nothing was
 * changed. Two at once on one loan: the later one is refused with {@code LOAN_CHANGED_MEANWHILE}, which passes.
 */
public interface Loans {

    /** May these persons borrow ({@code applicant-check})? Without an answer of the core system: {@code not-checked}. */
    Outcome check(Incoming question);

    /** Takes an application in and gives it its acceptance number; its findings go into the answer. */
    Outcome accept(Incoming application);

    /** Takes one chunk of a scan. */
    Outcome attachment(Incoming chunk);

    /** Takes what was asked for when the application was returned; the clocks run on. */
    Outcome supplement(Incoming supplement);

    /** The borrower takes the application back. */
    Outcome withdraw(Incoming withdrawal);

    /** The contract was signed: must equal the opinion in force, else refused field by field. */
    Outcome contractSigned(Incoming contract);

    /** The branch printed the opinion; hands the message on. */
    Incoming opinionPrinted(Incoming printed);

    /**
     * A branch's request to the registry: checked against the loan, and told whether it may be filed.
     *
     * @throws io.jinqiao.message.Refusal with everything that differs from the loan
     */
    MortgageRequest requested(Incoming request);

    /**
     * A person has something applied for: the same check, and nothing is filed by hand before the approval it is for. A loan that is not here is not compared, and what
     * was filed before it was accepted secures it no more than what was filed for an earlier approval. Hands the command on.
     *
     * @throws io.jinqiao.message.Refusal with everything that differs from the loan
     */
    FileCase filing(FileCase command);

    /** Follows what the registry's cases mean for the loan; never refuses, for it is a fact. Hands the outcome on. */
    Outcome follow(Outcome outcome);

    /** Adds to orders to collect who the people of the loan are; a loan older than the gateway is left to its bank. Hands the outcome on. */
    Outcome addressees(Outcome outcome);

    /** What the bank answered to a message about a loan; hands the answer on. */
    Answered answered(Answered answered);

    Outcome review(ReviewLoan command);

    /** Approves or rejects; the bank is told. An approval carries what the opinion is made of. */
    DecidedLoan decide(DecideLoan command);

    Outcome giveBack(ReturnLoan command);

    Outcome waitForFunds(WaitForFunds command);

    /** Takes the approval back, so that the application must be decided again; hands the command on. */
    RevokeOpinion revokeOpinion(RevokeOpinion command);

    Outcome sealContract(SealContract command);

    /** One step of the money; refused while a gate is closed. */
    Outcome pay(PayLoan command);

    /** What the bank did when it was told to pay; a payment is a consequence. */
    Outcome disbursed(Answered instruction);

    /** A payment came back; whole, it is a consequence, and paying again takes two people. */
    Outcome returned(Incoming returned);

    /** A loan is paid back; the ledger of repayments agreed before. */
    Outcome settled(Incoming settlement);

    /** A piece of the security is in hand. */
    Outcome secure(SecureLoan command);

    /** Ends approvals on which no contract was signed in time; each is a consequence. */
    Outcome expireApprovals(ExpireApprovals command);
}
