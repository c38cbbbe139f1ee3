package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import io.jinqiao.repayment.warning.Known.Month;
import io.jinqiao.repayment.warning.Known.Pledge;
import java.util.List;
import java.util.Optional;

/** More of the pledged months were missed than the pledge tolerates (违反贷后缴存承诺). */
public record PledgeBroken() implements Sign {

    @Override
    public Optional<Content.Group> in(Known loan) {
        return loan.pledges().stream().flatMap(pledge -> broken(pledge, loan.months()).stream()).findFirst();
    }

    private static Optional<Content.Group> broken(Pledge pledge, List<Month> months) {
        List<Month> missed = months.stream()
                .filter(month -> !month.contributed() && !month.month().isBefore(pledge.from()) && !month.month().isAfter(pledge.until()))
                .toList();
        if (missed.size() <= pledge.tolerated()) {
            return Optional.empty();
        }
        return Optional.of(Content.group()
                .put("pledgeNo", pledge.pledgeNo())
                .put("months", missed.size())
                .put("tolerated", pledge.tolerated())
                .put("firstMonth", missed.get(missed.size() - 1).month().toString())
                .put("lastMonth", missed.get(0).month().toString())
                .build());
    }
}
