package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often and how soon, as the partners' folders say it. */
@Component
class DescribedRules implements DeliveryRules {
    /** A connection may be refused only after every address of a name was tried; an answer may drip until its own end. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private static final int MOST_ATTEMPTS = 1000;

    private final Catalogue catalogue;

    DescribedRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Rule rule(PartnerId partner, Operation operation) {
        return descriptor(partner)
                .flatMap(d -> d.operation(operation).map(r -> rule(d, r)))
                .orElse(Rule.DEFAULT);
    }

    @Override
    public Breaker breaker(PartnerId partner) {
        return Breaker.DEFAULT;
    }

    @Override
    public Instant openFrom(PartnerId partner, Operation operation, Instant now) {
        return descriptor(partner).map(d -> d.serviceHours().nextOpen(now)).orElse(now);
    }

    private Optional<PartnerDescriptor> descriptor(PartnerId partner) {
        return catalogue.partner(partner).map(Dialect::descriptor);
    }

    private static Rule rule(PartnerDescriptor partner, OperationRule operation) {
        Duration connect = partner.channel(Channel.Direction.OUT)
                .map(Channel::connectTimeout)
                .orElse(Duration.ZERO);
        OperationRule.Retry retry = operation.retry();
        OperationRule.Enquiry enquiry = operation.enquiry();
        return new Rule(
                connect.multipliedBy(2).plus(operation.replyTimeout()).plus(SLACK),
                attempts(retry.first(), retry.factor(), retry.most(), retry.budget()),
                retry.first(),
                retry.most(),
                enquiry.after(),
                enquiry.after(),
                enquiry.most(),
                asks(partner) || operation.askedByRepeating() ? attempts(enquiry.after(), enquiry.factor(), enquiry.most(), enquiry.giveUp()) : 0,
                true);
    }

    /** Without a status enquiry people decide at once what became of a message, unless its answer may still come to lie where we look. */
    private static boolean asks(PartnerDescriptor partner) {
        return partner.operation(Operation.STATUS_ENQUIRY).isPresent() || partner.answersAsFiles();
    }

    /** How many waits fit into a budget of time. */
    static int attempts(Duration first, double factor, Duration most, Duration budget) {
        double wait = first.toMillis();
        double spent = 0;
        int count = 0;
        while (count < MOST_ATTEMPTS && spent + wait <= budget.toMillis()) {
            spent += wait;
            wait = Math.min(wait * factor, most.toMillis());
            count++;
        }
        return count;
    }
}
