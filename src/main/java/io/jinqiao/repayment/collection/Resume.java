package io.jinqiao.repayment.collection;

/** The reason not to collect ended. */
public record Resume() implements CaseMove {
    @Override
    public CaseStep on(CollectionCase from) {
        if (!(from.state() instanceof CaseState.Excluded)) {
            throw CaseMove.forbidden(from.state());
        }
        return CaseStep.of(from.to(new CaseState.Collecting()), new CaseEvent.Resumed());
    }
}
