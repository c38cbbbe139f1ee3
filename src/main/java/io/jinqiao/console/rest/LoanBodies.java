package io.jinqiao.console.rest;

import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReturnLoan;
import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.WaitForFunds;
import io.jinqiao.message.ApplicationReturned;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Bodies of the loan commands: the records document them, the functions read them with every problem at once. */
final class LoanBodies {
    private LoanBodies() {}

    record Review(
            @Schema(allowableValues = {"initial", "second"}) String stage,
            boolean recommended,
            @Nullable String remark,
            @Schema(description = "经办人员（核心系统用户名）；缺省为调用方 / member of staff, else the caller") @Nullable String officer) {}

    record Decision(
            @Schema(allowableValues = {"approved", "rejected"}) String outcome,
            @Schema(description = "分 / fen; refused when it is not what was applied for") @Nullable Long appliedAmount,
            @Nullable Integer appliedMonths,
            @Schema(description = "分 / fen; default: as applied for") @Nullable Long approvedAmount,
            @Nullable Integer approvedMonths,
            @Schema(description = "放款前须落实的条件 / to be met before the money is paid, each up to 200 characters") List<String> conditions,
            @Nullable String reason,
            @Nullable String officer) {}

    record Return(String reason, List<Item> items, @Nullable LocalDate dueOn, @Nullable String officer) {}

    record Item(String item, @Nullable String remark) {}

    record Waiting(boolean waiting, String reason, @Nullable String officer) {}

    record Seal(String contractNo, @Nullable String officer) {}

    record Payment(
            @Schema(allowableValues = {"proposed", "confirmed", "instructed", "repaying", "settlement-proposed", "settled"}) String step,
            @Schema(description = "凭证号；还款中与结清必填；结清须一人提出、另一人确认 / what proves it; for repaying and of a settlement, which one person proposes and another confirms") @Nullable String reference,
            @Schema(description = "发出放款指令时必填 / for instructed; whether it was paid out the bank says") @Nullable Instruction instruction,
            @Nullable String officer) {}

    record Instruction(
            @Schema(description = "资金划拨凭证号 / reference of the allotment") String allotmentNo,
            Payer payer,
            LocalDate requestedOn,
            @Nullable Integer repaymentDay) {}

    record Payer(String name, String accountNo, String bankCode) {}

    record Security(
            @Schema(allowableValues = {"stage-guarantee", "project-admitted", "pledge-contract", "surety-contract"}) String piece,
            String reference,
            @Nullable String officer) {}

    static PayLoan payment(String acceptanceNo, Fields f, Officer by) {
        PayLoan read = new PayLoan(
                acceptanceNo, f.word("step", PayLoan.Step.class), f.optionalText("reference", 64), f.optionalGroup("instruction", LoanBodies::instruction), by);
        f.refuseProblems();
        return read;
    }

    @NullUnmarked
    private static PayLoan.Instruction instruction(Fields f) {
        return new PayLoan.Instruction(
                f.text("allotmentNo", 40), f.group("payer", DisbursementInstruction.Payer::read), f.date("requestedOn"), f.optionalNumber("repaymentDay", 1, 31));
    }

    static SecureLoan security(String acceptanceNo, Fields f, Officer by) {
        SecureLoan read = new SecureLoan(acceptanceNo, f.word("piece", SecureLoan.Piece.class), f.text("reference", 64), by);
        f.refuseProblems();
        return read;
    }

    static ReviewLoan review(String acceptanceNo, Fields f, Officer by) {
        ReviewLoan.Stage stage = f.word("stage", ReviewLoan.Stage.class);
        boolean recommended = f.flag("recommended");
        String remark = f.optionalText("remark", 500);
        f.refuseProblems();
        return new ReviewLoan(acceptanceNo, stage, recommended, remark, by);
    }

    static DecideLoan decision(String acceptanceNo, Fields f, Officer by) {
        DecideLoan read = new DecideLoan(
                acceptanceNo,
                f.word("outcome", DecisionNotice.Outcome.class),
                f.optionalMoney("appliedAmount"),
                f.optionalNumber("appliedMonths", 1, 360),
                f.optionalMoney("approvedAmount"),
                f.optionalNumber("approvedMonths", 1, 360),
                conditions(f),
                f.optionalText("reason", 500),
                by);
        f.refuseProblems();
        return read;
    }

    private static List<String> conditions(Fields f) {
        return f.rows("conditions", 0, 20, row -> row.text("value", 200)).stream()
                .filter(text -> text != null)
                .toList();
    }

    static ReturnLoan giveBack(String acceptanceNo, Fields f, Officer by) {
        String reason = f.text("reason", 500);
        List<ApplicationReturned.Item> items = f.rows(
                "items", 1, 50, row -> new ApplicationReturned.Item(row.text("item", 60), row.optionalText("remark", 200)));
        LocalDate dueOn = f.optionalDate("dueOn");
        f.refuseProblems();
        return new ReturnLoan(acceptanceNo, reason, items, dueOn, by);
    }

    static WaitForFunds waiting(String acceptanceNo, Fields f, Officer by) {
        WaitForFunds read = new WaitForFunds(acceptanceNo, f.flag("waiting"), f.text("reason", 500), by);
        f.refuseProblems();
        return read;
    }

    static SealContract seal(String acceptanceNo, Fields f, Officer by) {
        SealContract read = new SealContract(acceptanceNo, f.text("contractNo", 30), by);
        f.refuseProblems();
        return read;
    }
}
