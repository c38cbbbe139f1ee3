package io.jinqiao.repayment;

import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: have the bank take a step the ladder does not order, or not yet.
 *
 * @param whom roles, 1 to 10
 * @param within working days, 1 to 60
 * @param remark for the bank, up to 200 characters
 * @param by log-in name
 */
public record OrderCollection(String caseNo, CollectionStep step, List<Party.Role> whom, int within, @Nullable String remark, String by) {
    public OrderCollection {
        whom = List.copyOf(whom);
    }
}
