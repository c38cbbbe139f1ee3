package io.jinqiao.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An approved loan on its way to become an approval opinion (审批意见): what was applied for and what two people approved.
 *
 * @param opinionNo serial number of the opinion, given by the loan; a new one for every version
 * @param version counts from 1 for each application; a higher one supersedes the lower
 * @param amount approved amount
 * @param months approved term
 * @param annualRate percent a year, such as 2.60
 * @param rateVersion version of the rate table
 * @param rateFrom first day of that rate
 * @param conditions what must be done before the money is paid, in the order they are printed; may be empty
 * @param validTo last day on which a contract may be signed on the opinion
 * @param reviewedBy who reviewed, by the core system's name for the person
 * @param approvedBy who approved; another person
 */
public record ApprovedLoan(
        PartnerId bank,
        LoanApplication application,
        String acceptanceNo,
        String opinionNo,
        int version,
        Money amount,
        int months,
        BigDecimal annualRate,
        String rateVersion,
        LocalDate rateFrom,
        List<String> conditions,
        LocalDate decidedOn,
        LocalDate validTo,
        String reviewedBy,
        String approvedBy) {
    public ApprovedLoan {
        conditions = List.copyOf(conditions);
    }

    @Override
    public String toString() {
        return "approved loan " + acceptanceNo + ", opinion " + opinionNo + " version " + version;
    }
}
