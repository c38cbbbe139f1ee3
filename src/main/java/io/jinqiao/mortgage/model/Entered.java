package io.jinqiao.mortgage.model;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegisterEntry.Proof;
import io.jinqiao.message.RegisterEntry.Right;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was entered, as far as it can be the case's: of each right the latest. The two pre-notices of a pre-sold home are one case, and some registries tell them apart.
 *
 * @param parts of a double pre-notice by right; of everything else one, by {@link Right#MORTGAGE}
 * @param tied of which two entries of the same latest moment name different proofs
 * @param forAnAmount whether an amount was applied for
 */
record Entered(Map<Right, RegisterEntry> parts, Set<Right> tied, int needed, boolean forAnAmount) {
    static final Entered NOTHING = new Entered(Map.of(), Set.of(), 1, false);
    /** The last one secures the loan. */
    private static final List<Right> SECURES = List.of(Right.PURCHASE_PRE_NOTICE, Right.MORTGAGE_PRE_NOTICE, Right.MORTGAGE);
    private static final Comparator<RegisterEntry> LATER =
            Comparator.comparing(RegisterEntry::enteredAt).thenComparing(entry -> entry.debt() != null).thenComparing(entry -> CanonicalJson.writeSorted(entry.content()));

    Entered {
        parts = parts.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    Entered and(Filed filed, RegisterEntry told) {
        Map<Right, RegisterEntry> all = new EnumMap<>(Right.class);
        all.putAll(parts);
        boolean apart = filed.kind() == Kind.DOUBLE_PRE_NOTICE;
        Set<Right> rights = apart ? told.proofs().stream().map(Proof::right).collect(Collectors.toSet()) : Set.of(Right.MORTGAGE);
        Set<Right> ties = EnumSet.noneOf(Right.class);
        ties.addAll(tied);
        for (Right right : rights) {
            RegisterEntry other = apart ? part(told, right) : told;
            RegisterEntry one = all.getOrDefault(right, other);
            if (other.enteredAt().isAfter(one.enteredAt())) {
                ties.remove(right);
            } else if (other.enteredAt().equals(one.enteredAt()) && !proofs(one).equals(proofs(other))) {
                ties.add(right);
            }
            all.put(right, LATER.compare(one, other) < 0 ? other : one);
        }
        return new Entered(all, Set.copyOf(ties), apart ? 2 : 1, filed.amount() != null);
    }

    /** Of which nothing was taken. */
    Set<Right> lacking(Filed filed) {
        Set<Right> needed = EnumSet.noneOf(Right.class);
        needed.addAll(filed.kind() == Kind.DOUBLE_PRE_NOTICE ? Set.of(Right.PURCHASE_PRE_NOTICE, Right.MORTGAGE_PRE_NOTICE) : Set.of(Right.MORTGAGE));
        needed.removeAll(parts.keySet());
        return needed;
    }

    /** Whether this was entered later than the part of the same right; of another right, than all of it. */
    boolean before(RegisterEntry told) {
        Set<Right> named = told.proofs().stream().map(Proof::right).collect(Collectors.toSet());
        RegisterEntry of = parts.keySet().stream().filter(named::contains).max(Comparator.comparing(SECURES::indexOf)).map(parts::get).orElseGet(this::whole);
        return of != null && told.enteredAt().isAfter(of.enteredAt());
    }

    private static Set<String> proofs(RegisterEntry entry) {
        return entry.proofs().stream().map(proof -> proof.right() + " " + proof.unitNumber() + " " + proof.proofNo()).collect(Collectors.toSet());
    }

    private static RegisterEntry part(RegisterEntry told, Right right) {
        return new RegisterEntry(told.enteredAt(), told.amount(), told.proofs().stream().filter(proof -> proof.right() == right).toList(), told.holders());
    }

    /** Of two pre-notices one says it for both. */
    boolean tellsItsAmount() {
        RegisterEntry whole = whole();
        return whole == null || !forAnAmount || whole.debt() != null;
    }

    /** Null while a part of it is not told. */
    @Nullable RegisterEntry whole() {
        Collection<RegisterEntry> all = parts.values();
        if (all.size() < needed) {
            return null;
        }
        if (all.size() == 1) {
            return all.iterator().next();
        }
        Instant last = all.stream().map(RegisterEntry::enteredAt).max(Comparator.naturalOrder()).orElseThrow();
        List<Money> amounts = all.stream().map(RegisterEntry::debt).filter(Objects::nonNull).toList();
        return new RegisterEntry(
                last,
                amounts.isEmpty() ? null : amounts.get(amounts.size() - 1),
                all.stream().flatMap(one -> one.proofs().stream()).toList(),
                new ArrayList<>(all.stream().flatMap(one -> one.holders().stream()).distinct().toList()));
    }
}
