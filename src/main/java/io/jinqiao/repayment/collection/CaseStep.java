package io.jinqiao.repayment.collection;

import java.util.List;

/** A case after a move, and what follows from it. */
public record CaseStep(CollectionCase now, List<CaseEvent> events) {
    public CaseStep {
        events = List.copyOf(events);
    }

    static CaseStep of(CollectionCase now, CaseEvent... events) {
        return new CaseStep(now, List.of(events));
    }
}
