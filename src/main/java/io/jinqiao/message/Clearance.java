package io.jinqiao.message;

import io.jinqiao.message.UnitRights.Holders;
import io.jinqiao.message.UnitRights.Right;
import io.jinqiao.message.UnitRights.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a mortgage may be applied for, as far as the register was heard. Clean is only what was said to be clean: whatever is unknown, in
 * process or was not answered keeps it from being clean.
 *
 * @param verdict of all hindrances the gravest
 * @param hindrances everything that keeps it from being clean, in the order of the answer
 */
public record Clearance(Verdict verdict, List<Hindrance> hindrances) {

    /** From clean to grave. */
    public enum Verdict {
        CLEAN,
        /** somebody must ask again, or otherwise */
        NOT_KNOWN,
        /** another case is being decided: wait, then ask again */
        BEING_DECIDED,
        IN_THE_WAY
    }

    /**
     * @param unit null when the register named no unit at all, or its data are not to be relied on
     * @param right null when it is about the holders, or the unit was not answered
     */
    public record Hindrance(@Nullable UnitNumber unit, @Nullable Right right, Verdict verdict) {}

    public Clearance {
        hindrances = List.copyOf(hindrances);
    }

    /** The register's data are too old to conclude from them that anything is clean; what stands in the way stands in it all the same. */
    public Clearance outdated() {
        List<Hindrance> all = new ArrayList<>(hindrances);
        all.add(new Hindrance(null, null, Verdict.NOT_KNOWN));
        return new Clearance(verdict.compareTo(Verdict.NOT_KNOWN) < 0 ? Verdict.NOT_KNOWN : verdict, all);
    }

    public boolean clean() {
        return verdict == Verdict.CLEAN;
    }

    /**
     * @param asked units that must be in the answer; further ones in it count too
     * @param ours rights that are registered for this loan already, such as the pre-notice a conversion rests on: registered, they are in
     *     nobody's way
     */
    public static Clearance of(Collection<UnitNumber> asked, PropertyCheck.Answer answer, Set<Right> ours) {
        List<Hindrance> hindrances = new ArrayList<>();
        for (UnitNumber unit : asked) {
            if (answer.units().stream().noneMatch(row -> row.unitNumber().equals(unit))) {
                hindrances.add(new Hindrance(unit, null, Verdict.NOT_KNOWN));
            }
        }
        if (asked.isEmpty() && answer.units().isEmpty()) {
            hindrances.add(new Hindrance(null, null, Verdict.NOT_KNOWN));
        }
        answer.units().forEach(row -> row(row, ours, hindrances));
        Verdict gravest = hindrances.stream().map(Hindrance::verdict).max(Verdict::compareTo).orElse(Verdict.CLEAN);
        return new Clearance(gravest, hindrances);
    }

    private static void row(UnitRights row, Set<Right> ours, List<Hindrance> hindrances) {
        Verdict held = held(row.holders());
        if (held != Verdict.CLEAN) {
            hindrances.add(new Hindrance(row.unitNumber(), null, held));
        }
        for (Right right : Right.values()) {
            Verdict free = free(row.state(right), ours.contains(right));
            if (free != Verdict.CLEAN) {
                hindrances.add(new Hindrance(row.unitNumber(), right, free));
            }
        }
    }

    private static Verdict held(Holders holders) {
        return switch (holders) {
            case MATCH -> Verdict.CLEAN;
            case DIFFER -> Verdict.IN_THE_WAY;
            case UNKNOWN -> Verdict.NOT_KNOWN;
        };
    }

    private static Verdict free(State state, boolean ours) {
        return switch (state) {
            case NONE -> Verdict.CLEAN;
            case REGISTERED -> ours ? Verdict.CLEAN : Verdict.IN_THE_WAY;
            case IN_PROCESS -> Verdict.BEING_DECIDED;
            case UNKNOWN -> Verdict.NOT_KNOWN;
        };
    }
}
