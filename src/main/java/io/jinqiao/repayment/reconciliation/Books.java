package io.jinqiao.repayment.reconciliation;

import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.Reconciliation.Kind;
import io.jinqiao.message.ReconciliationResult.Owner;
import io.jinqiao.message.ReconciliationResult.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the centre has of an accounting date with what the bank told, item by item. */
public final class Books {

    /** One item. @param parts of a receipt; null: not known */
    public record Item(Kind kind, @Nullable String accountNo, String reference, Money amount, @Nullable InstalmentParts parts) {
        private String key() {
            return kind + " " + (accountNo == null ? reference : accountNo);
        }
    }

    /** @param centre null: not in our book */
    public record Difference(
            Type type, Kind kind, @Nullable String accountNo, String reference, @Nullable Money centre, @Nullable Money bank, Owner owner) {}

    /** @param items keys found in either book */
    public record Compared(int items, int matched, List<Difference> differences) {}

    /**
     * @param cents a difference up to so many fen comes from rounding
     * @param follower whose book does not lead: differences of amounts are this side's
     */
    public record Rules(long cents, Owner follower) {}

    private Books() {}

    /** @param told kinds to be compared: about the others nothing is said, so nothing is missing */
    public static Compared compare(List<Item> centre, List<Item> bank, Set<Kind> told, Rules rules) {
        Map<String, Item> ours = byKey(centre.stream().filter(item -> told.contains(item.kind())).toList());
        Map<String, Item> theirs = byKey(bank);
        List<Difference> differences = new ArrayList<>();
        int matched = 0;
        for (Map.Entry<String, Item> one : theirs.entrySet()) {
            Difference difference = difference(ours.remove(one.getKey()), one.getValue(), rules);
            matched += difference == null ? 1 : 0;
            if (difference != null) {
                differences.add(difference);
            }
        }
        int items = theirs.size() + ours.size();
        ours.values().forEach(item -> differences.add(
                new Difference(Type.MISSING_AT_BANK, item.kind(), item.accountNo(), item.reference(), item.amount(), null, Owner.BANK)));
        return new Compared(items, matched, differences);
    }

    private static @Nullable Difference difference(@Nullable Item ours, Item theirs, Rules rules) {
        if (theirs.kind() == Kind.OPEN_UNKNOWN) {
            return found(Type.OUTCOME_UNKNOWN, Money.ZERO, theirs, Owner.BANK);
        }
        if (ours == null) {
            return found(Type.MISSING_AT_CENTRE, null, theirs, Owner.CENTRE);
        }
        long apart = Math.abs(ours.amount().fen() - theirs.amount().fen());
        if (apart > 0) {
            return found(apart <= rules.cents() ? Type.CENTS_DIFFER : Type.AMOUNT_DIFFERS, ours.amount(), theirs, rules.follower());
        }
        boolean parts = ours.parts() == null || theirs.parts() == null || ours.parts().equals(theirs.parts());
        return parts ? null : found(Type.PARTS_DIFFER, ours.amount(), theirs, rules.follower());
    }

    private static Difference found(Type type, @Nullable Money ours, Item theirs, Owner owner) {
        return new Difference(type, theirs.kind(), theirs.accountNo(), theirs.reference(), ours, theirs.amount(), owner);
    }

    /** Several items of one loan and kind are one. */
    private static Map<String, Item> byKey(List<Item> items) {
        Map<String, Item> found = new LinkedHashMap<>();
        items.forEach(item -> found.merge(item.key(), item, Books::sum));
        return found;
    }

    private static Item sum(Item one, Item other) {
        InstalmentParts parts = one.parts() == null || other.parts() == null ? null : sum(one.parts(), other.parts());
        return new Item(one.kind(), one.accountNo(), one.reference(), new Money(one.amount().fen() + other.amount().fen()), parts);
    }

    private static InstalmentParts sum(InstalmentParts a, InstalmentParts b) {
        return new InstalmentParts(
                sum(a.principal(), b.principal()), sum(a.overduePrincipal(), b.overduePrincipal()), sum(a.interest(), b.interest()),
                sum(a.overdueInterest(), b.overdueInterest()), sum(a.penalty(), b.penalty()), sum(a.fine(), b.fine()));
    }

    private static Money sum(Money a, Money b) {
        return new Money(a.fen() + b.fen());
    }
}
