package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.warning.Known.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contributions stopped after the loan (贷后停缴).
 *
 * @param months on end without one, up to the last month told of
 */
public record ContributionStopped(Set<Contributor> contributors, int months) implements Sign {

    @Override
    public Optional<Content.Group> in(Known loan) {
        if (loan.contributor() == null || !contributors.contains(loan.contributor())) {
            return Optional.empty();
        }
        List<Month> without = loan.months().stream().takeWhile(month -> !month.contributed()).toList();
        if (without.size() < months) {
            return Optional.empty();
        }
        return Optional.of(Content.group()
                .put("contributor", loan.contributor())
                .put("months", without.size())
                .put("firstMonth", without.get(without.size() - 1).month().toString())
                .put("lastMonth", without.get(0).month().toString())
                .build());
    }
}
