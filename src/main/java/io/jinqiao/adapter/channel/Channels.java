package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.Transport;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the channels the partners' folders ask for, once Camel runs the business: partners are let in last. Whatever cannot be opened
 * stops the start.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Channels implements ApplicationRunner, Transport {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final String ROUTE = "channel-";

    private final CamelContext camel;
    private final ProducerTemplate template;
    private final Catalogue catalogue;
    private final Keys keys;
    private final PinnedCertificates pinned;
    private final Listening listening;
    private volatile boolean open;

    Channels(
            CamelContext camel,
            ProducerTemplate template,
            Catalogue catalogue,
            Keys keys,
            PinnedCertificates pinned,
            Listening listening) {
        this.camel = camel;
        this.template = template;
        this.catalogue = catalogue;
        this.keys = keys;
        this.pinned = pinned;
        this.listening = listening;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<PartnerDescriptor> partners =
                catalogue.all().stream().map(Dialect::descriptor).toList();
        int opened = 0;
        for (PartnerDescriptor partner : partners) {
            if (partner.channel(Channel.Direction.OUT).isPresent()) {
                openOut(partner, partner.channel(Channel.Direction.OUT).get());
                opened++;
            }
        }
        if (partners.stream().anyMatch(p -> p.channel(Channel.Direction.IN).isPresent())) {
            instantiate("http-in", "in", Map.of("host", listening.host(), "port", listening.port()));
            opened++;
        }
        if (opened == 0) {
            throw new IllegalStateException("no partner's folder asks for a channel; refusing to start");
        }
        open = true;
        LOG.info("partners are let in on port {}", listening.port());
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public Crossing carry(PartnerId partner, WireCall call, Duration replyTimeout) {
        Endpoint route = camel.getEndpoint("direct:wire-" + partner);
        Exchange exchange = route.createExchange();
        exchange.getIn().setBody(call.body());
        exchange.getIn().setHeaders(new HashMap<>(call.headers()));
        exchange.getIn().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getIn().setHeader(Exchange.HTTP_PATH, call.path());
        exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
        Passage passage = Passage.begin(replyTimeout);
        try {
            template.send(route, exchange);
        } finally {
            Passage.end();
        }
        if (passage.answer != null) {
            return passage.answer;
        }
        String why = why(exchange.getException());
        return passage.left ? new Crossing.Silence(why) : new Crossing.NeverLeft(why);
    }

    private void openOut(PartnerDescriptor partner, Channel channel) {
        WireClient client = new WireClient(
                keys.tls(ourIdentity(partner, channel)).context(),
                channel.theirIdentities().stream().map(pinned::get).toList(),
                channel.connectTimeout(),
                partner.limits().reply());
        camel.getRegistry().bind("wire-client-" + partner.partner(), client);
        instantiate(
                channel.kind() + "-out",
                partner.partner() + "-out",
                Map.of("partner", partner.partner().value(), "address", channel.address()));
    }

    private static String ourIdentity(PartnerDescriptor partner, Channel channel) {
        if (channel.ourIdentity() == null) {
            throw new IllegalStateException("the outward channel of " + partner.partner() + " names no identity of ours");
        }
        return channel.ourIdentity();
    }

    private void instantiate(String routeTemplate, String name, Map<String, Object> parameters) {
        try {
            camel.addRouteFromTemplate(ROUTE + name, routeTemplate, parameters);
        } catch (Exception e) {
            throw new IllegalStateException("channel " + name + " cannot be opened: " + e.getMessage(), e);
        }
        if (!camel.getRouteController().getRouteStatus(ROUTE + name).isStarted()) {
            throw new IllegalStateException("channel " + name + " did not start");
        }
    }

    /** Class and message of the fault; never a body. */
    private static String why(@Nullable Throwable fault) {
        return fault == null ? "no answer" : fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }
}
