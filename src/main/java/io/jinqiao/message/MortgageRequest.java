package io.jinqiao.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch's mortgage request, between the loan that knows whether it may be filed and the room that files it.
 *
 * @param incoming the {@link MortgageApplication}, checked against the loan
 * @param application what the loan was accepted on
 * @param inForce null while the loan is not approved or its contract not in force
 * @param opinionNo the approval in force, whether its contract is sealed or not; null: there is none
 * @param missing kinds of scans that are not here yet
 * @param here scans that are
 */
public record MortgageRequest(Incoming incoming, LoanApplication application, Consequence.@Nullable InForce inForce, @Nullable String opinionNo, List<String> missing, List<AttachmentRef> here) {
    public MortgageRequest {
        missing = List.copyOf(missing);
        here = List.copyOf(here);
    }


    public MortgageApplication message() {
        return (MortgageApplication) incoming.message();
    }
}
