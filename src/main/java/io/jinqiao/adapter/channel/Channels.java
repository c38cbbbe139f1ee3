package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.PortTaken;
import io.jinqiao.adapter.Transport;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    private final ChannelParts parts;
    private final Listening listening;
    private volatile boolean open;

    Channels(CamelContext camel, ProducerTemplate template, Catalogue catalogue, ChannelParts parts, Listening listening) {
        this.camel = camel;
        this.template = template;
        this.catalogue = catalogue;
        this.parts = parts;
        this.listening = listening;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<PartnerDescriptor> partners =
                catalogue.all().stream().map(Dialect::descriptor).toList();
        int opened = 0;
        Set<String> shared = new TreeSet<>();
        for (PartnerDescriptor partner : partners) {
            for (Channel channel : partner.channels()) {
                if (channel.direction() == Channel.Direction.IN && (channel.kind().equals("http") || channel.kind().equals("soap"))) {
                    shared.add(channel.kind());
                }
                opened += open(partner, channel) ? 1 : 0;
            }
        }
        for (String kind : shared) {
            instantiate(kind + "-in", kind + "-in", Map.of("host", listening.host(), "port", listening.port()));
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
    public Crossing look(PartnerId partner, MessageId id) {
        DropBox box = camel.getRegistry().lookupByNameAndType("drop-box-" + partner, DropBox.class);
        return box == null ? new Crossing.Silence("files are not opened here") : box.look(id.value());
    }

    @Override
    public Crossing carry(PartnerId partner, MessageId id, WireCall call, Duration replyTimeout) {
        Endpoint route = camel.getEndpoint("direct:wire-" + partner);
        Exchange exchange = route.createExchange();
        exchange.getIn().setBody(call.body());
        exchange.getIn().setHeaders(new HashMap<>(call.headers()));
        exchange.getIn().setHeader(Exchange.HTTP_METHOD, "POST");
        exchange.getIn().setHeader(Exchange.HTTP_PATH, call.path());
        exchange.setProperty(DropBox.NUMBER, id.value());
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

    /** @return false for a channel that all partners share */
    private boolean open(PartnerDescriptor partner, Channel channel) {
        String name = partner.partner().value();
        boolean out = channel.direction() == Channel.Direction.OUT;
        boolean tcp = channel.kind().equals("tcp");
        if (channel.kind().equals("drop")) {
            // opened by DropChannels
            return true;
        }
        if (!out && !tcp) {
            return false;
        }
        if (out) {
            camel.getRegistry().bind((tcp ? "tcp-client-" : "wire-client-") + name, tcp ? parts.tcpClient(partner, channel) : parts.httpClient(partner, channel));
        } else {
            camel.getRegistry().bind("tcp-server-" + name, parts.tcpServer(partner, channel));
            LOG.info("{} is let in on port {}", name, listening.port(partner.partner(), channel));
        }
        Map<String, Object> parameters = new HashMap<>(Map.of("partner", name));
        if (out && !tcp) {
            parameters.put("address", channel.address());
        } else if (!out) {
            String host = channel.address().substring(0, channel.address().lastIndexOf(':'));
            int port = listening.port(partner.partner(), channel);
            PortTaken.requireFree(host, port, "the inward channel of adapters/" + name + "/adapter.yaml");
            parameters.put("host", host);
            parameters.put("port", port);
        }
        instantiate(channel.kind() + (out ? "-out" : "-in"), name + (out ? "-out" : "-in"), parameters);
        return true;
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
