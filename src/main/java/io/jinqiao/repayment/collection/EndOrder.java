package io.jinqiao.repayment.collection;


/** The bank answered an order, or acted on it. An act on an older order changes the case's latest one not. */
public record EndOrder(String orderNo, OrderState from, OrderState state) implements CaseMove {
    @Override
    public CaseStep on(CollectionCase now) {
        if (!from.next().contains(state)) {
            throw CaseMove.forbidden(from);
        }
        CollectionCase.Ordered latest = now.latest();
        CollectionCase after = latest != null && latest.orderNo().equals(orderNo) ? now.with(new CollectionCase.Ordered(orderNo, state, latest.dueOn())) : now;
        return CaseStep.of(after, new CaseEvent.OrderEnded(orderNo, state));
    }
}
