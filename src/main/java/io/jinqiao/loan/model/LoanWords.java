package io.jinqiao.loan.model;

import io.jinqiao.loan.LoanWord;

/** Derives the one word for people from the four tracks: the latest track that says something wins. */
public final class LoanWords {
    private LoanWords() {}

    public static LoanWord of(Loan loan) {
        if (loan.money() != MoneyTrack.NONE) {
            return money(loan);
        }
        if (loan.pause() != null) {
            return loan.pause().reason() == Pause.Reason.RETURNED ? LoanWord.RETURNED : LoanWord.WAITING_FOR_FUNDS;
        }
        return switch (loan.decision()) {
            case ACCEPTED -> loan.scans().missing().isEmpty() ? LoanWord.IN_INITIAL_REVIEW : LoanWord.ATTACHMENTS_MISSING;
            case INITIAL_REVIEWED -> LoanWord.IN_SECOND_REVIEW;
            case SECOND_REVIEWED -> LoanWord.IN_DECISION;
            case APPROVED -> contract(loan);
            case REVOKED -> LoanWord.REVOKED;
            case REJECTED -> LoanWord.REJECTED;
            case EXPIRED -> LoanWord.EXPIRED;
            case WITHDRAWN -> LoanWord.WITHDRAWN;
        };
    }

    private static LoanWord contract(Loan loan) {
        return switch (loan.contract()) {
            case NONE, VOID -> LoanWord.APPROVED;
            case SIGNED, SEALED -> LoanWord.CONTRACT_SIGNED;
            case IN_FORCE -> loan.scheme().missing(loan.pieces()).isEmpty() ? LoanWord.READY_TO_PAY : LoanWord.SECURITY_PENDING;
        };
    }

    private static LoanWord money(Loan loan) {
        return switch (loan.money()) {
            case NONE -> throw new IllegalStateException("asked for the word of no money");
            case APPROVED -> LoanWord.PAYMENT_APPROVED;
            case SENT -> LoanWord.PAYMENT_SENT;
            case UNKNOWN -> LoanWord.PAYMENT_UNKNOWN;
            case FAILED -> LoanWord.PAYMENT_FAILED;
            case RETURNED -> LoanWord.PAYMENT_RETURNED;
            case REVERSED -> LoanWord.PAYMENT_REVERSED;
            case DISBURSED -> LoanWord.PAID;
            case REPAYING -> LoanWord.REPAYING;
            case OVERDUE -> LoanWord.OVERDUE;
            case SETTLED -> loan.security() == SecurityTrack.RELEASED ? LoanWord.RELEASED : LoanWord.SETTLED;
            case WRITTEN_OFF -> LoanWord.WRITTEN_OFF;
        };
    }
}
