package io.jinqiao.loan.model;

/** Something that can happen to a loan. */
public sealed interface Move
        permits Approve,
                ChangeMoney,
                ChangeSecurity,
                ConfirmMoney,
                ConfirmSettlement,
                EndWait,
                Expire,
                GiveBack,
                InstructPayment,
                Print,
                ProposeMoney,
                ProposeSettlement,
                RecordPiece,
                Reject,
                Review,
                Revoke,
                Seal,
                Sign,
                StartWait,
                Supplement,
                Withdraw {

    /**
     * What becomes of the loan: decided from the arguments alone, nothing is changed or asked.
     *
     * @throws io.jinqiao.message.Refusal when a gate is closed or the loan's state forbids it
     */
    Step on(Loan loan);
}
