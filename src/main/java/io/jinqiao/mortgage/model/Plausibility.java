package io.jinqiao.mortgage.model;

import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegisterEntry.RightState;
import io.jinqiao.message.UnitNumber;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether an entry can be that of a case. */
final class Plausibility {
    /** Yuan in ten thousand yuan. */
    private static final long WAN = 10_000;

    private Plausibility() {}

    static Set<Doubt> doubts(Filed filed, RegisterEntry entry) {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (filed.kind() == Kind.CANCELLATION) {
            return entry.proofs().isEmpty() ? doubts : EnumSet.of(Doubt.OTHER_RIGHT);
        }
        if (entry.proofs().isEmpty() || !rights(entry).stream().allMatch(right -> units(entry, right).equals(filed.units()))) {
            doubts.add(Doubt.OTHER_UNIT);
        }
        if (entry.proofs().stream().anyMatch(proof -> proof.right() != Right.PURCHASE_PRE_NOTICE && !namesAll(filed, proof))) {
            doubts.add(Doubt.OTHER_OBLIGOR);
        }
        if (entry.proofs().isEmpty() || !expected(filed.kind()).containsAll(rights(entry))) {
            doubts.add(Doubt.OTHER_RIGHT);
        }
        if (entry.proofs().stream().anyMatch(proof -> proof.state() != null && proof.state() != RightState.CURRENT)) {
            doubts.add(Doubt.RIGHT_NOT_CURRENT);
        }
        if (!Holding.isOurs(filed, entry)) {
            doubts.add(Doubt.OTHER_MORTGAGEE);
        }
        entry.debts().stream().map(told -> amount(filed.amount(), told)).filter(Objects::nonNull).forEach(doubts::add);
        return doubts;
    }

    private static Set<UnitNumber> units(RegisterEntry entry, Right right) {
        return entry.proofs().stream().filter(proof -> proof.right() == right).map(RegisterEntry.Proof::unitNumber).collect(Collectors.toSet());
    }

    private static Set<Right> rights(RegisterEntry entry) {
        return entry.proofs().stream().map(RegisterEntry.Proof::right).collect(Collectors.toSet());
    }

    /** Of a pre-sold home two: they may be told apart. What is changed is a mortgage: for a pre-notice no change is asked. */
    private static Set<Right> expected(Kind kind) {
        return kind == Kind.DOUBLE_PRE_NOTICE ? Set.of(Right.PURCHASE_PRE_NOTICE, Right.MORTGAGE_PRE_NOTICE) : Set.of(Right.MORTGAGE);
    }

    private static boolean namesAll(Filed filed, RegisterEntry.Proof proof) {
        return filed.mortgagors().stream().allMatch(one -> one.among(proof.obligors(), proof.obligorNos()));
    }

    /** Whether any is told at all is asked of the whole: of two pre-notices told apart one may not tell it. */
    private static @Nullable Doubt amount(@Nullable Money applied, Money entered) {
        if (applied == null || applied.equals(entered)) {
            return null;
        }
        boolean unit = entered.fen() / WAN == applied.fen() || applied.fen() / WAN == entered.fen();
        return unit ? Doubt.AMOUNT_IN_ANOTHER_UNIT : Doubt.OTHER_AMOUNT;
    }
}
