package io.jinqiao.repayment.collection;

import io.jinqiao.message.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a promise to pay.
 *
 * @param paid from the day after it to its last day
 * @param owed overdue at the end of its last day; null while the ledger does not reach it
 */
public record PromiseSays(Money amount, Money paid, @Nullable Money owed) {

    public boolean kept() {
        return paid.compareTo(amount) >= 0 || owed != null && owed.fen() == 0;
    }

    /** Before its last day a promise may be kept, but is never broken. */
    public boolean known() {
        return kept() || owed != null;
    }
}
