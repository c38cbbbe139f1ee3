package io.jinqiao.delivery;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** The rules of a partner whose descriptor is silent. */
@Component
@Fallback
final class DefaultRules implements DeliveryRules {
    @Override
    public Rule rule(PartnerId partner, Operation operation) {
        return Rule.DEFAULT;
    }

    @Override
    public Breaker breaker(PartnerId partner) {
        return Breaker.DEFAULT;
    }
}
