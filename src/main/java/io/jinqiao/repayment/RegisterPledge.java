package io.jinqiao.repayment;

import io.jinqiao.message.PartnerId;
import java.time.YearMonth;

/**
 * Command: a borrower pledged to go on contributing after the loan (贷后缴存承诺书).
 *
 * @param until last month
 * @param tolerated months of them that may be missed
 * @param document number of the document, 1 to 64 characters
 * @param by log-in name
 */
public record RegisterPledge(PartnerId bank, String accountNo, String pledgeNo, YearMonth from, YearMonth until, int tolerated, String document, String by) {}
