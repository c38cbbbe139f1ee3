package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.Refusal;
import org.springframework.stereotype.Component;

/**
 * What the house does not do yet is refused, never taken and dropped: inward what is switched off with a partner (what has no route is
 * refused by {@code flow}), outward also what has no route for its answer.
 */
@Component
class InService {
    private final Catalogue catalogue;
    private final Business business;

    InService(Catalogue catalogue, Business business) {
        this.catalogue = catalogue;
        this.business = business;
    }

    /** @throws Refusal when the partner's folder switches the operation off */
    static void requireInward(Dialect dialect, Operation operation) {
        if (!dialect.descriptor().operation(operation).map(OperationRule::enabled).orElse(false)) {
            throw new Refusal(FailureCode.OPERATION_NOT_IN_SERVICE, operation.id());
        }
    }

    /** @throws Refusal when the operation is not agreed with the partner, switched off, or nobody would hear the answer */
    void requireOutward(Outgoing outgoing) {
        Operation operation = outgoing.message().operation();
        boolean enabled = catalogue
                .partner(outgoing.partner())
                .flatMap(dialect -> dialect.descriptor().operation(operation))
                .map(OperationRule::enabled)
                .orElse(false);
        if (!enabled || !business.hearsAnswers(operation)) {
            throw new Refusal(FailureCode.OPERATION_NOT_IN_SERVICE, operation.id());
        }
    }
}
