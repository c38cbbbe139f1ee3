package io.jinqiao.repayment.collection;

import io.jinqiao.repayment.ProposeExclusion;
import java.util.ArrayList;
import java.util.List;

/** Two people decided that the loan is not collected for now; what the bank was to do is withdrawn. */
public record Exclude(ProposeExclusion.Why reason) implements CaseMove {
    @Override
    public CaseStep on(CollectionCase from) {
        if (from.state().closed() || from.state() instanceof CaseState.Excluded) {
            throw CaseMove.forbidden(from.state());
        }
        List<CaseEvent> events = new ArrayList<>();
        CollectionCase now = from;
        CollectionCase.Ordered latest = from.latest();
        if (latest != null && latest.state().open()) {
            events.add(new CaseEvent.OrderEnded(latest.orderNo(), OrderState.WITHDRAWN));
            now = from.with(new CollectionCase.Ordered(latest.orderNo(), OrderState.WITHDRAWN, latest.dueOn()));
        }
        events.add(new CaseEvent.Excluded(reason));
        return new CaseStep(now.to(new CaseState.Excluded(reason)), events);
    }
}
