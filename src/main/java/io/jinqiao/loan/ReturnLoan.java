package io.jinqiao.loan;

import io.jinqiao.message.ApplicationReturned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends an application back to be completed (退件补正); the clocks stand still until the supplement is here.
 *
 * @param items at least one
 * @param dueOn last day to hand in; null: as the centre's deadline for supplements says
 */
public record ReturnLoan(
        String acceptanceNo,
        String reason,
        List<ApplicationReturned.Item> items,
        @Nullable LocalDate dueOn,
        Officer by) {
    public ReturnLoan {
        items = List.copyOf(items);
    }
}
