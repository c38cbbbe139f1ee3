package io.jinqiao.repayment;

import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.List;

/**
 * Command of whoever leads the ledger: have a bank deduct what fell due.
 *
 * @param runNo number of the run at who leads the ledger, 1 to 24 characters: the same again changes nothing
 * @param lines 1 to 10,000, each loan and instalment once
 * @param by log-in name
 */
public record DeductInstalments(String runNo, PartnerId bank, DeductionOrder.Source source, LocalDate deductOn, List<DeductionOrder.Line> lines, String by) {
    public static final int MOST = 10_000;

    public DeductInstalments {
        lines = List.copyOf(lines);
    }
}
