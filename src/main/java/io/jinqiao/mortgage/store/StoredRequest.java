package io.jinqiao.mortgage.store;

import io.jinqiao.message.Content;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * A request that is held, locked for the caller's transaction.
 *
 * @param prepared whether it was made from the loan application and has neither contract nor claim until the loan is in force
 * @param opinionNo approval it was made for; null: there was none
 * @param content as the branch sent it
 * @param checkNo latest question to the register before filing
 */
public record StoredRequest(
        PartnerId bank, String requestNo, String applicationNo, Kind kind, boolean prepared, boolean inForce, @Nullable String opinionNo, Content.Group content, @Nullable String checkNo) {

    /** @throws io.jinqiao.message.Refusal when it is not complete */
    public MortgageApplication message() {
        return (MortgageApplication) Operation.MORTGAGE_APPLICATION.read(content);
    }

    /** The register must be asked again: what it said before may not hold any more. */
    public StoredRequest askedAnew() {
        return new StoredRequest(bank, requestNo, applicationNo, kind, prepared, inForce, opinionNo, content, null);
    }

    public StoredRequest inForce(Content.Group completed, String opinion) {
        return new StoredRequest(bank, requestNo, applicationNo, kind, prepared, true, opinion, completed, checkNo);
    }
}
