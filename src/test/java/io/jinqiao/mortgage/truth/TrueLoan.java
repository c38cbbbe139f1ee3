package io.jinqiao.mortgage.truth;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.LoanApplication;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loan of the campaign: what was approved of it last, and what its people did. */
final class TrueLoan {
    final String acceptanceNo;
    final LoanApplication application;
    final boolean preSold;
    /** Whose opinion is in force; null while none is. */
    @Nullable ApprovedLoan approved;
    /** When an opinion was taken back last. */
    @Nullable Instant revokedAt;
    /** For which approval a case left, by its number; of one that left while none was in force there is none. */
    final Map<String, ApprovedLoan> filedFor = new HashMap<>();
    /** The payment that is out. */
    @Nullable DisbursementInstruction payment;
    int contracts;

    /** @param preSold else an existing home */
    TrueLoan(String acceptanceNo, LoanApplication application, boolean preSold) {
        this.acceptanceNo = acceptanceNo;
        this.application = application;
        this.preSold = preSold;
    }

    boolean isForItsApproval(TrueCase one) {
        return approved != null && filedFor.get(one.application.caseNo()) == approved;
    }

    String number() {
        return application.applicationNo();
    }

    @Override
    public String toString() {
        return number() + (preSold ? " pre-sold" : "") + (revokedAt == null ? "" : " taken back " + revokedAt) + (approved == null ? "" : " for " + approved.amount());
    }
}
