package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import io.jinqiao.repayment.warning.Known.Paid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Each payment came later than the one before (还款日渐推迟).
 *
 * @param instalments latest ones looked at, 2 or more
 * @param days the latest came later than the oldest of them, at least
 */
public record PayingLater(int instalments, int days) implements Sign {

    @Override
    public Optional<Content.Group> in(Known loan) {
        if (loan.paid().size() < instalments) {
            return Optional.empty();
        }
        List<Paid> latest = loan.paid().subList(0, instalments);
        boolean later = IntStream.range(1, latest.size()).allMatch(i -> latest.get(i - 1).daysAfterDue() >= latest.get(i).daysAfterDue());
        long by = latest.get(0).daysAfterDue() - latest.get(instalments - 1).daysAfterDue();
        return later && by >= days ? Optional.of(facts(latest, by)) : Optional.empty();
    }

    private static Content.Group facts(List<Paid> latest, long by) {
        return Content.group()
                .put("by", by)
                .put("instalments", latest.stream().map(paid -> "" + paid.instalment()).collect(Collectors.joining(" ")))
                .put("daysAfterDue", latest.stream().map(paid -> "" + paid.daysAfterDue()).collect(Collectors.joining(" ")))
                .build();
    }
}
