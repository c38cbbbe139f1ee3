package io.jinqiao.repayment.warning;

import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.warning.Known.Mandate;
import io.jinqiao.repayment.warning.Known.Paid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * The next deduction will find no mandate or no account (扣缴协议失效): the last mandate ended or is about to and no instalment was paid from a bank account since, or the bank said so of the latest instalment.
 *
 * @param ahead days
 * @param results what a bank says when it is not for want of money
 */
public record MandateBroken(int ahead, Set<DeductionOutcome> results) implements Sign {

    @Override
    public Optional<Content.Group> in(Known loan) {
        return ends(loan).or(() -> loan.paid().stream().findFirst().flatMap(this::said));
    }

    private Optional<Content.Group> ends(Known loan) {
        LocalDate by = loan.day().plusDays(ahead);
        boolean goesOn = loan.mandates().stream().anyMatch(mandate -> mandate.inForce(by));
        return loan.mandates().stream()
                .filter(mandate -> !goesOn && mandate.until() != null && mandate.until().isBefore(by))
                .max(Comparator.comparing(Mandate::until))
                .filter(last -> loan.paid().stream().findFirst().filter(paid -> paid.source() == PaymentSource.BANK_ACCOUNT && paid.paidOn().isAfter(last.until())).isEmpty())
                .map(last -> Content.group().put("mandateNo", last.mandateNo()).put("lastDay", last.until()).build());
    }

    private Optional<Content.Group> said(Paid latest) {
        return latest.before().stream()
                .filter(results::contains)
                .min(Comparator.naturalOrder())
                .map(result -> Content.group().put("result", Words.of(result)).put("instalment", latest.instalment()).put("dueOn", latest.dueOn()).build());
    }
}
