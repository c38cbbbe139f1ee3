package io.jinqiao.repayment;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Command of the core system: whether contributions of a month were paid for a loan's borrower. The same month told again takes the place of what was told before.
 *
 * @param balance fund balance (缴存余额) after it; null: not told
 */
public record TellContribution(PartnerId bank, String accountNo, Contributor contributor, YearMonth month, boolean contributed, @Nullable Money balance) {
    public static final int MOST = 10_000;
}
