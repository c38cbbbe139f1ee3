package io.jinqiao.flow;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectEndpoint;
import org.springframework.stereotype.Component;

/** Runs one business route on the caller's thread, inside the caller's transaction. */
@Component
class RouteRunner {
    private final CamelContext camel;
    private final ProducerTemplate template;

    RouteRunner(CamelContext camel, ProducerTemplate template) {
        this.camel = camel;
        this.template = template;
    }

    boolean exists(String route) {
        return camel.getRoute(route) != null && camel.getRoute(route).getEndpoint() instanceof DirectEndpoint;
    }

    /** @return body out; whatever a door throws is thrown as it is */
    Object run(String route, Object body) {
        Endpoint endpoint = camel.getRoute(route).getEndpoint();
        Exchange exchange = endpoint.createExchange();
        exchange.getIn().setBody(body);
        template.send(endpoint, exchange);
        if (exchange.getException() != null) {
            throw unwrapped(exchange.getException());
        }
        return exchange.getMessage().getBody();
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof org.apache.camel.RuntimeCamelException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
