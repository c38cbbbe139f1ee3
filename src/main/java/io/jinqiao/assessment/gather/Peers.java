package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Scheme.Expectation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the loans of the other banks lead one bank to expect of its own. Its own loans are in none of it. */
final class Peers {
    private static final int SHOWN = 4;

    private final Map<String, Map<Cell, Exposure>> others;
    private final Expectation rules;

    /** @param others by bank */
    Peers(Map<String, Map<Cell, Exposure>> others, Expectation rules) {
        this.others = others;
        this.rules = rules;
    }

    /** Which loans were asked. */
    private enum Breadth {
        VINTAGE_AND_GROUP("vintage and group"),
        GROUP("group"),
        ALL("all loans");

        private final String words;

        Breadth(String words) {
            this.words = words;
        }

        private Predicate<Cell> like(Cell cell) {
            return switch (this) {
                case VINTAGE_AND_GROUP -> cell::equals;
                case GROUP -> other -> other.group().equals(cell.group());
                case ALL -> other -> true;
            };
        }
    }

    private record Found(Exposure exposure, int banks) {}

    /**
     * @param fenDays as risky as those of all the other banks' loans together
     * @param thousandths of loans that would be late
     */
    record Expected(long fenDays, long thousandths, String remark) {}

    /** Loans of which none was late say nothing of how risky they are: then more of them are asked. @return null when too few loans of too few banks say anything */
    @Nullable Expected of(Cell cell, Exposure own) {
        Found all = found(cell, Breadth.ALL);
        if (all == null) {
            return null;
        }
        if (all.exposure().lateFenDays().signum() == 0) {
            String remark = own.loans() + " loans, " + own.late() + " late, none expected; none of the loans of " + all.banks() + " other banks was late";
            return new Expected(own.fenDays().longValueExact(), 0, remark);
        }
        for (Breadth breadth : List.of(Breadth.VINTAGE_AND_GROUP, Breadth.GROUP, Breadth.ALL)) {
            Found found = found(cell, breadth);
            if (found != null && found.exposure().lateFenDays().signum() > 0) {
                return expected(own, found, all.exposure(), breadth);
            }
        }
        return null;
    }

    /** Each product and quotient exact until it is rounded once, half up. */
    private static Expected expected(Exposure own, Found like, Exposure all, Breadth breadth) {
        BigDecimal upper = new BigDecimal(like.exposure().lateFenDays().multiply(all.fenDays()));
        BigDecimal lower = new BigDecimal(like.exposure().fenDays().multiply(all.lateFenDays()));
        long fenDays = new BigDecimal(own.fenDays()).multiply(upper).divide(lower, 0, RoundingMode.HALF_UP).longValueExact();
        long thousandths = BigDecimal.valueOf(own.loans()).multiply(BigDecimal.valueOf(like.exposure().late() * 1000)).divide(BigDecimal.valueOf(like.exposure().loans()), 0, RoundingMode.HALF_UP).longValueExact();
        String remark = own.loans() + " loans, " + own.late() + " late, " + BigDecimal.valueOf(thousandths, 3) + " expected; weight " + upper.divide(lower, SHOWN, RoundingMode.HALF_UP)
                + "; by " + breadth.words + " of " + like.banks() + " other banks";
        return new Expected(fenDays, thousandths, remark);
    }

    private @Nullable Found found(Cell cell, Breadth breadth) {
        Exposure sum = Exposure.NONE;
        Set<String> banks = new HashSet<>();
        for (Map.Entry<String, Map<Cell, Exposure>> bank : others.entrySet()) {
            for (Map.Entry<Cell, Exposure> one : bank.getValue().entrySet()) {
                if (breadth.like(cell).test(one.getKey()) && one.getValue().loans() > 0) {
                    sum = sum.plus(one.getValue());
                    banks.add(bank.getKey());
                }
            }
        }
        return banks.size() < rules.leastBanks() || sum.loans() < rules.leastLoans() || sum.fenDays().signum() == 0 ? null : new Found(sum, banks.size());
    }
}
