package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.warning.Known.Paid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deductions find hardly enough (扣款余额不足): the fund balance covers less than so many instalments, or more than one deduction was needed too often.
 *
 * @param covers instalments the fund balance should cover
 * @param again so many of the latest {@code of} needed more than one deduction
 */
public record BarelyCovered(int covers, int again, int of) implements Sign {

    @Override
    public Optional<Content.Group> in(Known loan) {
        return loan.paid().stream().findFirst().flatMap(latest -> covered(loan.fundBalance(), latest)).or(() -> tried(loan.paid()));
    }

    private Optional<Content.Group> covered(@Nullable Money balance, Paid latest) {
        if (balance == null || latest.source() != PaymentSource.FUND_BALANCE || balance.fen() >= latest.amount().fen() * covers) {
            return Optional.empty();
        }
        return Optional.of(Content.group().put("fundBalance", balance).put("instalmentAmount", latest.amount()).put("covers", covers).build());
    }

    private Optional<Content.Group> tried(List<Paid> paid) {
        List<Paid> again = paid.stream().limit(of).filter(one -> !one.before().isEmpty()).toList();
        if (paid.size() < of || again.size() < this.again) {
            return Optional.empty();
        }
        return Optional.of(Content.group()
                .put("again", again.size())
                .put("of", of)
                .put("instalments", again.stream().map(one -> "" + one.instalment()).collect(Collectors.joining(" ")))
                .build());
    }
}
