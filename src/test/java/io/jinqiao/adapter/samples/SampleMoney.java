package io.jinqiao.adapter.samples;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Part;
import io.jinqiao.message.DeductionOrder.Rank;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.Digest;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Prepayment;
import io.jinqiao.message.PrepaymentQuote;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.ReconciliationResult;
import io.jinqiao.message.RepaymentRow;
import io.jinqiao.message.RepaymentStatus;
import io.jinqiao.message.Settlement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** Invented messages about the money of the invented loan of {@link SamplePeople}; amounts follow the sheet's worked examples. */
public final class SampleMoney {
    public static final String APPLICATION = "HF202611230000001";
    public static final String LOAN = "990102000000000017";
    static final String CONTRACT = "JK2026000001";
    static final String INSTRUCTION = "FK2026000001";
    static final LocalDate DAY = LocalDate.of(2026, 12, 15);
    /** Instalment 1 of 600 000.00 over 240 months at 2.60 %. */
    static final InstalmentParts FIRST = parts(190_873, 0, 130_000, 0, 0, 0);
    /** The same, overdue, with 47 days' penalty. */
    static final InstalmentParts OVERDUE = parts(0, 190_873, 0, 130_000, 1_634, 0);

    private SampleMoney() {}

    static InstalmentParts parts(long principal, long overduePrincipal, long interest, long overdueInterest, long penalty, long fine) {
        return new InstalmentParts(
                new Money(principal), new Money(overduePrincipal), new Money(interest), new Money(overdueInterest), new Money(penalty), new Money(fine));
    }

    public static DisbursementInstruction instruction() {
        return instruction(INSTRUCTION, null);
    }

    public static DisbursementInstruction paysAgain() {
        return instruction("FK2026000002", INSTRUCTION);
    }

    private static DisbursementInstruction instruction(String no, String paysAgain) {
        return new DisbursementInstruction(
                no,
                APPLICATION,
                CONTRACT,
                "BK2026000001",
                new DisbursementInstruction.Payer("虚构市住房公积金管理中心委贷基金户", "1602000000000000033", "102"),
                new DisbursementInstruction.Payee("禾知遥", "6222000000000000017", "102", LoanApplication.Accounts.PayeeKind.SELLER),
                new Money(60_000_000L),
                240,
                AnnualRate.parse("2.6"),
                "2025-05-08",
                LoanApplication.RepaymentMethod.EQUAL_INSTALMENT,
                paysAgain == null ? 15 : null,
                "6217000000000000025",
                LocalDate.of(2026, 12, 1),
                paysAgain);
    }

    public static DisbursementInstruction.Answer paid() {
        return new DisbursementInstruction.Answer(
                INSTRUCTION, "00000261201000000001", "90000261201000000009", "ZJ20261201000001", LOAN, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 15));
    }

    public static DisbursementReturned returned() {
        return new DisbursementReturned(
                "TH0001", INSTRUCTION, APPLICATION, LOAN, new Money(60_000_000L), LocalDate.of(2026, 12, 4), LocalDate.of(2026, 12, 4),
                "ZJ20261201000001", "ZJ20261204000002", "1602000000000000033", DisbursementReturned.Reason.NAME_MISMATCH, "户名不符，“遥”字不同");
    }

    public static RepaymentStatus paidInFull() {
        return new RepaymentStatus("HK0001", null, new RepaymentRow(
                LOAN, CONTRACT, APPLICATION, "沐䶮", 1, DAY, DAY, DAY, FIRST, InstalmentParts.NOTHING, PaymentSource.BANK_ACCOUNT,
                new Money(59_809_127L), 239, DeductionOutcome.PAID, null, "ZJ20261215000003"));
    }

    public static RepaymentStatus notEnoughMoney() {
        return new RepaymentStatus("HK0002", "HK0001", new RepaymentRow(
                LOAN, null, null, null, 1, DAY, DAY, null, InstalmentParts.NOTHING, FIRST, null, new Money(60_000_000L), 240,
                DeductionOutcome.INSUFFICIENT_FUNDS, "余额不足", null));
    }

    public static DeductionOrder fundBalanceOrder() {
        return new DeductionOrder(
                "KK2026000001", DAY, DeductionOrder.Source.FUND_BALANCE, waterfall(), 2, new Money(320_873 + 322_507), List.of(
                        new DeductionOrder.Line(1, LOAN, 1, "990100000001", "沐䶮", FIRST, true, "WK2026000001"),
                        new DeductionOrder.Line(2, "990102000000000025", 7, "990100000002", "云𬱖", OVERDUE, false, "WK2026000002")));
    }

    public static DeductionOrder bankAccountOrder() {
        return new DeductionOrder(
                "KK2026000002", DAY, DeductionOrder.Source.BANK_ACCOUNT, waterfall(), 1, new Money(320_873), List.of(
                        new DeductionOrder.Line(1, LOAN, 1, "6217000000000000025", "沐䶮", FIRST, true, null)));
    }

    private static List<Rank> waterfall() {
        return List.of(
                new Rank(1, Part.OVERDUE_INTEREST), new Rank(2, Part.OVERDUE_PRINCIPAL), new Rank(3, Part.PENALTY), new Rank(4, Part.INTEREST), new Rank(5, Part.PRINCIPAL));
    }

    public static DeductionResult partlyDeducted() {
        return new DeductionResult("KJ0001", "KK2026000001", "PC20261215001", DAY, true, 2, new Money(200_000), List.of(
                new DeductionResult.Line(1, LOAN, DeductionOutcome.PARTLY_PAID, parts(70_000, 0, 130_000, 0, 0, 0), "ZJ20261215000004", null),
                new DeductionResult.Line(2, "990102000000000025", DeductionOutcome.INSUFFICIENT_FUNDS, InstalmentParts.NOTHING, null, "余额不足")));
    }

    public static PrepaymentQuote partQuote() {
        return new PrepaymentQuote(
                "SS0001", LOAN, APPLICATION, PrepaymentQuote.Kind.PART, new Money(10_000_000L), PrepaymentQuote.Keep.NEITHER, 180, LocalDate.of(2027, 3, 1));
    }

    public static PrepaymentQuote fullQuote() {
        return new PrepaymentQuote("SS0002", LOAN, null, PrepaymentQuote.Kind.FULL, null, null, null, LocalDate.of(2027, 3, 1));
    }

    public static PrepaymentQuote.Answer quoted(String quoteNo) {
        return new PrepaymentQuote.Answer(
                quoteNo, parts(10_000_000, 0, 60_667, 0, 0, 0), Money.ZERO, new Money(10_060_667), new Money(49_427_553), 180, new Money(332_108), LocalDate.of(2027, 3, 3));
    }

    public static Prepayment part() {
        return new Prepayment(
                "TQ0001", "SS0001", LOAN, APPLICATION, PrepaymentQuote.Kind.PART, new Money(10_060_667), PrepaymentQuote.Keep.NEITHER, 180,
                LocalDate.of(2027, 3, 1), PaymentSource.PREPAYMENT, "6217000000000000025", "ZJ20270301000005");
    }

    public static Prepayment full() {
        return new Prepayment(
                "TQ0002", null, LOAN, null, PrepaymentQuote.Kind.FULL, new Money(59_487_553), null, null, LocalDate.of(2027, 3, 1), PaymentSource.FUND_BALANCE, null, null);
    }

    public static Prepayment.Answer booked(String no) {
        return new Prepayment.Answer(
                no, LocalDate.of(2027, 3, 1), "ZJ20270301000005", parts(10_000_000, 0, 60_667, 0, 0, 0), Money.ZERO, new Money(49_427_553), 180, new Money(332_108));
    }

    public static Settlement settled() {
        byte[] proof = "%PDF-1.7 sealed settlement proof".getBytes(StandardCharsets.UTF_8);
        return new Settlement(
                "JQ0001", LOAN, APPLICATION, CONTRACT, Settlement.How.EARLY, LocalDate.of(2027, 6, 1), LocalDate.of(2027, 6, 1), FIRST,
                new Money(60_000_000L), new Money(780_000L), Settlement.Release.MORTGAGE,
                new Settlement.Proof("ZM2027000001", "pdf", Digest.of(proof), Base64.getEncoder().encodeToString(proof)));
    }

    public static Settlement settledWithoutProof() {
        return new Settlement(
                "JQ0002", LOAN, null, CONTRACT, Settlement.How.AT_MATURITY, LocalDate.of(2046, 12, 15), LocalDate.of(2046, 12, 15), parts(320_122, 0, 694, 0, 0, 0),
                new Money(60_000_000L), new Money(17_009_463L), Settlement.Release.PRE_NOTICE, null);
    }

    public static Reconciliation book() {
        return new Reconciliation("DZ20261215-1", DAY, 1, 1, List.of(
                        new Reconciliation.Total(Reconciliation.Kind.DISBURSEMENT, 1, new Money(60_000_000L)),
                        new Reconciliation.Total(Reconciliation.Kind.RECEIPT, 1, new Money(320_873L)),
                        new Reconciliation.Total(Reconciliation.Kind.OPEN_UNKNOWN, 1, new Money(60_000_000L))),
                List.of(
                        new Reconciliation.Item(1, Reconciliation.Kind.DISBURSEMENT, LOAN, INSTRUCTION, "ZJ20261201000001", new Money(60_000_000L), null),
                        new Reconciliation.Item(2, Reconciliation.Kind.RECEIPT, LOAN, "HK0001", "ZJ20261215000003", new Money(320_873L), FIRST),
                        new Reconciliation.Item(3, Reconciliation.Kind.OPEN_UNKNOWN, null, "FK2026000003", null, new Money(60_000_000L), null)));
    }

    public static Reconciliation emptyBook() {
        return new Reconciliation("DZ20261216-1", DAY.plusDays(1), 1, 1, List.of(new Reconciliation.Total(Reconciliation.Kind.RECEIPT, 0, Money.ZERO)), List.of());
    }

    public static ReconciliationResult differences() {
        return new ReconciliationResult("DZJG0001", "DZ20261215-1", DAY, ReconciliationResult.Outcome.DIFFERS, List.of(
                new ReconciliationResult.Difference(
                        "CY0001", ReconciliationResult.Type.CENTS_DIFFER, Reconciliation.Kind.RECEIPT, LOAN, "HK0001", new Money(320_873L), new Money(320_874L),
                        ReconciliationResult.Owner.CENTRE, LocalDate.of(2026, 12, 18), null),
                new ReconciliationResult.Difference(
                        "CY0002", ReconciliationResult.Type.MISSING_AT_BANK, Reconciliation.Kind.DISBURSEMENT, null, "FK2026000003", new Money(60_000_000L), null,
                        ReconciliationResult.Owner.BANK, LocalDate.of(2026, 12, 17), "已电话核实")));
    }

    public static ReconciliationResult matched() {
        return new ReconciliationResult("DZJG0002", "DZ20261216-1", DAY.plusDays(1), ReconciliationResult.Outcome.MATCHED, List.of());
    }
}
