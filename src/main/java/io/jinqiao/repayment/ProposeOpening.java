package io.jinqiao.repayment;

import io.jinqiao.message.PartnerId;
import java.util.List;

/**
 * Command: open loans of one bank.
 *
 * @param loans 1 to 10,000
 * @param reason why, 1 to 500 characters
 * @param by log-in name of who wants it
 */
public record ProposeOpening(PartnerId bank, List<OpenLoan> loans, String reason, String by) {
    public static final int MOST = 10_000;

    public ProposeOpening {
        loans = List.copyOf(loans);
    }
}
