package io.jinqiao.loan.model;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.good;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.message.ApplicationReturned;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.PartnerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Loans put straight into a state, and one of every move that only the state or a gate can refuse. */
final class Loans {
    static final Officer REVIEWER = new Officer("wang", "reviewer");
    static final Officer APPROVER = new Officer("zhao", "approver");
    static final Officer CASHIER = new Officer("qian", "operator");
    static final Scheme EXISTING = new Scheme("existing-home", Set.of(SecurityPiece.MORTGAGE));
    static final Scheme PRE_SOLD = new Scheme(
            "pre-sold-home",
            Set.of(SecurityPiece.MORTGAGE_PRE_NOTICE, SecurityPiece.STAGE_GUARANTEE, SecurityPiece.PROJECT_ADMITTED));
    static final LoanApplication APPLICATION = good().mortgageRequest().build();
    static final Scans ALL_HERE = new Scans(List.of(), Set.of("identity-card"));
    static final Pause RETURNED = new Pause(Pause.Reason.RETURNED, DAY, "words", "R-1", DAY.plusDays(10));
    static final Pause WAITING = new Pause(Pause.Reason.WAITING_FOR_FUNDS, DAY, "words", null, null);

    private Loans() {}

    static Approval approval(int version) {
        return new Approval(
                "no-" + version, version, APPLICATION.terms().amount(), APPLICATION.terms().months(), new BigDecimal("2.60"),
                "R20250508", LocalDate.of(2025, 5, 8), List.of(), DAY, DAY.plusDays(90), APPROVER.name());
    }

    static Loan loan(
            DecisionTrack decision, @Nullable Pause pause, ContractTrack contract, SecurityTrack security, MoneyTrack money) {
        return loan(decision, pause, contract, security, money, ALL_HERE, EXISTING, Set.of());
    }

    static Loan loan(
            DecisionTrack decision,
            @Nullable Pause pause,
            ContractTrack contract,
            SecurityTrack security,
            MoneyTrack money,
            Scans scans,
            Scheme scheme,
            Set<SecurityPiece> pieces) {
        boolean decided = Set.of(DecisionTrack.APPROVED, DecisionTrack.EXPIRED, DecisionTrack.REVOKED).contains(decision);
        SignedContract signed = contract == ContractTrack.NONE ? null : new SignedContract("JK-1", DAY, "no-1", APPLICATION.terms().amount());
        return new Loan(
                "no", new PartnerId("bank-a"), APPLICATION, scheme, decision, pause, reviews(decision),
                decided ? 1 : 0, decided ? approval(1) : null, contract, signed, security, pieces, money, null, scans);
    }

    private static Reviews reviews(DecisionTrack decision) {
        return switch (decision) {
            case ACCEPTED -> Reviews.NONE;
            case INITIAL_REVIEWED -> new Reviews("chen", null, true, Set.of("chen"), Set.of("chen"));
            default -> new Reviews("chen", "wang", true, Set.of("chen", "wang"), Set.of("chen", "wang"));
        };
    }

    static Loan in(DecisionTrack decision) {
        return loan(decision, null, ContractTrack.NONE, SecurityTrack.HELD, MoneyTrack.NONE);
    }

    /** Approved, contract in force, everything its scheme asks for in hand. */
    static Loan readyToPay() {
        return loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.REGISTERED, MoneyTrack.NONE, ALL_HERE,
                EXISTING, Set.of(SecurityPiece.MORTGAGE));
    }

    static Loan withScans(Loan l, Scans scans) {
        return new Loan(
                l.acceptanceNo(), l.bank(), l.application(), l.scheme(), l.decision(), l.pause(), l.reviews(), l.opinions(),
                l.approval(), l.contract(), l.signed(), l.security(), l.pieces(), l.money(), l.moneyProposedBy(), scans);
    }

    static ContractSigned contract() {
        return new ContractSigned(
                "JK-1", APPLICATION.applicationNo(), "no-1", APPLICATION.borrower().identity().number(),
                new Money(APPLICATION.terms().amount().fen()), APPLICATION.terms().months(), "R20250508",
                APPLICATION.accounts().payeeAccountNo(), DAY);
    }

    /** Every kind of move by a name. */
    static Map<String, Move> moves(Loan loan) {
        Map<String, Move> moves = new LinkedHashMap<>();
        moves.put("review-initial", new Review(Stage.INITIAL, true, REVIEWER));
        moves.put("review-second", new Review(Stage.SECOND, true, REVIEWER));
        moves.put("approve", new Approve(approval(loan.opinions() + 1), "N-1", APPROVER));
        moves.put("reject", new Reject("reason", "N-1", DAY, APPROVER));
        moves.put(
                "give-back",
                new GiveBack("R-1", "reason", List.of(new ApplicationReturned.Item("x", null)), DAY, DAY.plusDays(10), REVIEWER));
        moves.put("supplement", new Supplement("S-1", 0));
        moves.put("start-wait", new StartWait("reason", DAY, REVIEWER));
        moves.put("end-wait", new EndWait(REVIEWER));
        moves.put("withdraw", new Withdraw("OP"));
        moves.put("revoke", new Revoke("zhao"));
        moves.put("expire", new Expire(DAY.plusDays(95), DAY.plusDays(93)));
        moves.put("print", new Print(new OpinionPrinted("P-1", "APP-1", "no-1", 1, "OP", Instant.EPOCH)));
        moves.put("sign", new Sign(contract(), DAY));
        moves.put("seal", new Seal("JK-1", APPROVER));
        moves.put("submit-mortgage", new ChangeSecurity(SecurityTrack.SUBMITTED, "x"));
        moves.put("release", new ChangeSecurity(SecurityTrack.RELEASED, "x"));
        moves.put("take-back", new ChangeSecurity(SecurityTrack.NONE, "x"));
        moves.put("hold", new ChangeSecurity(SecurityTrack.HELD, "x"));
        moves.put("record-piece", new RecordPiece(SecurityPiece.STAGE_GUARANTEE, "x", CASHIER));
        moves.put("propose-money", new ProposeMoney(CASHIER));
        moves.put("propose-settlement", new ProposeSettlement("x", CASHIER));
        moves.put("settle", new ConfirmSettlement("x", APPROVER));
        moves.put("send-money", new ChangeMoney(MoneyTrack.SENT, "x"));
        return moves;
    }
}
