package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.warning.Known.Month;
import java.util.ArrayList;
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
        List<Month> without = onEnd(loan.months());
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

    /** A month nobody told of ends them: it may have been contributed for. */
    private static List<Month> onEnd(List<Month> latestFirst) {
        List<Month> without = new ArrayList<>();
        for (Month month : latestFirst) {
            boolean next = without.isEmpty() || month.month().equals(without.get(without.size() - 1).month().minusMonths(1));
            if (month.contributed() || !next) {
                break;
            }
            without.add(month);
        }
        return without;
    }
}
