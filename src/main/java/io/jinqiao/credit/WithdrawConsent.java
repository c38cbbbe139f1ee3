package io.jinqiao.credit;

import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;

/**
 * Command: a person took a consent back in writing (撤回授权). Whatever they signed for it up to that day counts no longer; what they sign later does.
 *
 * @param person by part in the loan, as in {@link GiveAuthorisation}
 * @param withdrawnOn not after today
 * @param document digest of what was signed
 * @param by log-in name
 */
public record WithdrawConsent(PartnerId bank, String applicationNo, String person, What what, LocalDate withdrawnOn, Digest document, String by) {

    /** Which consent. */
    public enum What {
        /** To being asked about (查询). */
        ENQUIRY,
        /** To being told of for the first time (报送); what the Center knows already is kept right all the same. */
        REPORTING
    }
}
