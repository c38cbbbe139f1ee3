package io.jinqiao.loan;

import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The centre's decision on an application (审批). Who decides has reviewed nothing of it.
 *
 * @param appliedAmount what the decision was taken on; refused when it is not what was applied for; null: not said
 * @param appliedMonths likewise
 * @param approvedAmount for an approval, at most what was applied for; null: as applied for
 * @param approvedMonths for an approval, at most what was applied for; null: as applied for
 * @param conditions to be met before the money is paid, in the order they are printed; each up to 200 characters
 * @param reason required for a rejection, up to 500 characters
 */
public record DecideLoan(
        String acceptanceNo,
        DecisionNotice.Outcome outcome,
        @Nullable Money appliedAmount,
        @Nullable Integer appliedMonths,
        @Nullable Money approvedAmount,
        @Nullable Integer approvedMonths,
        List<String> conditions,
        @Nullable String reason,
        Officer by) {
    public DecideLoan {
        conditions = List.copyOf(conditions);
    }
}
