package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must be true before a move, each gate by its name. They fail closed. */
final class Gates {
    private Gates() {}

    /** Nothing is decided or reviewed while the application is returned or waits for funds. */
    static void notPaused(Loan loan) {
        if (loan.pause() != null) {
            throw forbids(loan);
        }
    }

    /** Still on its way to a decision. */
    static void open(Loan loan) {
        if (!loan.decision().open()) {
            throw forbids(loan);
        }
    }

    /** No review before every scan the application lists is here, whole and with its digest. */
    static void everyScanIsHere(Loan loan) {
        if (!loan.scans().missing().isEmpty()) {
            throw new Refusal(FailureCode.ATTACHMENTS_MISSING, String.join(", ", loan.scans().missing()));
        }
    }

    /** The initial and the second review are two people's. */
    static void anotherThanTheOtherReviewer(Loan loan, Stage stage, Officer officer) {
        if (loan.reviews().otherIsBy(stage, officer)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
    }

    /** Who decides has reviewed nothing of this application, and neither has the program that says so. */
    static void anotherThanTheReviewers(Loan loan, Officer officer) {
        if (!loan.reviews().leaveFree(officer)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
    }

    /** Who confirms a payment is not who proposed it. */
    static void anotherThan(@Nullable String proposer, Officer officer) {
        if (proposer == null || officer.isSamePerson(proposer)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
    }

    /** The second reviewer recommended it. */
    static void recommended(Loan loan) {
        if (!loan.reviews().recommended()) {
            throw forbids(loan);
        }
    }

    /** The approval whose opinion is in force on a day. */
    static Approval opinionInForce(Loan loan) {
        Approval approval = loan.inForce();
        if (approval == null) {
            throw forbids(loan);
        }
        return approval;
    }

    /** Other terms than applied for need the borrower's confirmation on file. */
    static void borrowerAgreesToOtherTerms(Loan loan, Approval approval) {
        boolean same = approval.amount().equals(loan.application().terms().amount())
                && approval.months() == loan.application().terms().months();
        if (!same && !loan.scans().here().contains(Scans.BORROWER_CONFIRMATION)) {
            throw new Refusal(FailureCode.CONFIRMATION_MISSING, Scans.BORROWER_CONFIRMATION);
        }
    }

    /** No payment before the contract is in force. */
    static void contractInForce(Loan loan) {
        if (loan.contract() != ContractTrack.IN_FORCE) {
            throw forbids(loan);
        }
    }

    /** No payment before the security the scheme asks for is complete. */
    static void securityComplete(Loan loan) {
        Set<SecurityPiece> missing = loan.scheme().missing(loan.pieces());
        if (!missing.isEmpty()) {
            throw new Refusal(
                    FailureCode.SECURITY_INCOMPLETE,
                    missing.stream().map(Words::of).sorted().collect(Collectors.joining(", ")));
        }
    }

    /** Nothing is taken back once money is outside, or may be, or the loan was paid off. */
    static void noMoneyOut(Loan loan) {
        if (!loan.money().mayStepBack()) {
            throw forbids(loan);
        }
    }

    /** The security stays until the debt is gone. */
    static void nothingOwed(Loan loan) {
        if (loan.money().out() || loan.money() == MoneyTrack.APPROVED) {
            throw forbids(loan);
        }
    }

    /** Nobody gives the security up while money may still be paid on it: the opinion is taken back first, or the loan is paid off. */
    static void nothingToBePaid(Loan loan) {
        nothingOwed(loan);
        if (loan.inForce() != null && !loan.money().over()) {
            throw forbids(loan);
        }
    }

    /** A loan whose mortgage was cancelled is mortgaged anew only for money that may still be paid. */
    static void somethingToBePaid(Loan loan) {
        opinionInForce(loan);
        if (!loan.money().mayStepBack() || loan.money() == MoneyTrack.REVERSED) {
            throw forbids(loan);
        }
    }

    /** An approval ends only after its last day and the last day for a report, and only when nobody signed on it. */
    static void overAndUnsigned(Loan loan, LocalDate today, LocalDate lastReport) {
        Approval approval = opinionInForce(loan);
        boolean signed = loan.contract() != ContractTrack.NONE && loan.contract() != ContractTrack.VOID;
        if (signed || !today.isAfter(approval.validTo()) || !today.isAfter(lastReport)) {
            throw forbids(loan);
        }
    }

    static Refusal forbids(Loan loan) {
        return new Refusal(FailureCode.LOAN_STATE_FORBIDS, LoanWords.of(loan).both());
    }
}
