package io.jinqiao.repayment.deduction;

import io.jinqiao.message.DeductionOrder.Part;
import io.jinqiao.message.DeductionOrder.Rank;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Which part is paid first (冲还顺序): five parts, each once. Of the penalty's part the penalty interest comes before the fine.
 *
 * @param order first part first
 */
public record Waterfall(List<Part> order) {
    public Waterfall {
        order = List.copyOf(order);
        if (order.size() != Part.values().length || EnumSet.copyOf(order).size() != order.size()) {
            throw new IllegalArgumentException("every part has a rank of its own: " + order);
        }
    }

    /** What an amount pays of what is owed; more than is owed pays nothing more. */
    public InstalmentParts pay(InstalmentParts due, Money amount) {
        long left = amount.fen();
        Map<Part, Long> paid = new EnumMap<>(Part.class);
        for (Part part : order) {
            long taken = Math.min(left, owed(due, part));
            paid.put(part, taken);
            left -= taken;
        }
        long penalty = Math.min(paid.get(Part.PENALTY), due.penalty().fen());
        return new InstalmentParts(
                new Money(paid.get(Part.PRINCIPAL)), new Money(paid.get(Part.OVERDUE_PRINCIPAL)), new Money(paid.get(Part.INTEREST)),
                new Money(paid.get(Part.OVERDUE_INTEREST)), new Money(penalty), new Money(paid.get(Part.PENALTY) - penalty));
    }

    private static long owed(InstalmentParts due, Part part) {
        return switch (part) {
            case PRINCIPAL -> due.principal().fen();
            case OVERDUE_PRINCIPAL -> due.overduePrincipal().fen();
            case INTEREST -> due.interest().fen();
            case OVERDUE_INTEREST -> due.overdueInterest().fen();
            case PENALTY -> due.penalty().fen() + due.fine().fen();
        };
    }

    /** As the order to a bank says it. */
    public List<Rank> ranks() {
        List<Rank> ranks = new ArrayList<>();
        order.forEach(part -> ranks.add(new Rank(ranks.size() + 1, part)));
        return ranks;
    }
}
