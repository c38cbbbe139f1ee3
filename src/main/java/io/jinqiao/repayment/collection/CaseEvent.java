package io.jinqiao.repayment.collection;

import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import io.jinqiao.repayment.ProposeExclusion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a move: written down, and of an order the bank is told. */
public sealed interface CaseEvent {

    /**
     * @param rung id of the ladder's step; null for one a person chose
     * @param follows the order before it
     */
    record Order(
            String orderNo,
            @Nullable String rung,
            CollectionStep step,
            CollectionOrder.Reason reason,
            List<Party.Role> whom,
            int instalments,
            @Nullable LocalDate overdueSince,
            Money owed,
            LocalDate dueOn,
            @Nullable String follows)
            implements CaseEvent {}

    record OrderEnded(String orderNo, OrderState state) implements CaseEvent {}

    record PromiseTaken(String recordNo, LocalDate payBy, Money amount, boolean pauses) implements CaseEvent {}

    record PromiseKept(String recordNo) implements CaseEvent {}

    record PromiseBroken(String recordNo, Money paid) implements CaseEvent {}

    record Excluded(ProposeExclusion.Why reason) implements CaseEvent {}

    record Resumed() implements CaseEvent {}

    record Closed(CaseState state) implements CaseEvent {}
}
