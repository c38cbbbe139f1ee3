package io.jinqiao.message;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a repayment, each at least 0 fen. Current parts belong to instalments not overdue when they were due to be paid, overdue
 * parts to earlier ones (6.0.6 BJJE, LXJE, FXJE; 6.0.7 SSYQBJJE, SSYQLXJE, SSYQFXJE).
 *
 * @param principal BJJE
 * @param overduePrincipal SSYQBJJE
 * @param interest LXJE
 * @param overdueInterest SSYQLXJE
 * @param penalty penalty interest (FXJE)
 * @param fine a fixed charge agreed in the contract, where there is one
 */
public record InstalmentParts(Money principal, Money overduePrincipal, Money interest, Money overdueInterest, Money penalty, Money fine) {

    public static final InstalmentParts NOTHING =
            new InstalmentParts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** Sum of all parts, in fen. */
    public long fen() {
        return principal.fen() + overduePrincipal.fen() + interest.fen() + overdueInterest.fen() + penalty.fen() + fine.fen();
    }

    /** Part by part. */
    public InstalmentParts plus(InstalmentParts more) {
        return new InstalmentParts(
                plus(principal, more.principal), plus(overduePrincipal, more.overduePrincipal), plus(interest, more.interest), plus(overdueInterest, more.overdueInterest),
                plus(penalty, more.penalty), plus(fine, more.fine));
    }

    private static Money plus(Money one, Money other) {
        return new Money(Math.addExact(one.fen(), other.fen()));
    }

    public boolean isNothing() {
        return fen() == 0;
    }

    /** The sum of several, in fen. */
    static long sum(List<InstalmentParts> several) {
        return several.stream().mapToLong(InstalmentParts::fen).sum();
    }

    /** @return null when a part is missing or no amount; the problem is on the list then */
    static @Nullable InstalmentParts read(Fields f) {
        Money principal = f.moneyOrZero("principal");
        Money overduePrincipal = f.moneyOrZero("overduePrincipal");
        Money interest = f.moneyOrZero("interest");
        Money overdueInterest = f.moneyOrZero("overdueInterest");
        Money penalty = f.moneyOrZero("penalty");
        Money fine = f.moneyOrZero("fine");
        return Stream.of(principal, overduePrincipal, interest, overdueInterest, penalty, fine).anyMatch(Objects::isNull)
                ? null
                : new InstalmentParts(principal, overduePrincipal, interest, overdueInterest, penalty, fine);
    }

    Content.Group content() {
        return Content.group()
                .put("principal", principal)
                .put("overduePrincipal", overduePrincipal)
                .put("interest", interest)
                .put("overdueInterest", overdueInterest)
                .put("penalty", penalty)
                .put("fine", fine)
                .build();
    }
}
