package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.Gateway;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the directories into which partners and we drop one message for each file, before anything is sent. What cannot be opened stops the start. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class DropChannels implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DropChannels.class);

    private final CamelContext camel;
    private final Catalogue catalogue;
    private final Gateway gateway;
    private final FilePlaces places;
    private final Path home;

    DropChannels(CamelContext camel, Catalogue catalogue, Gateway gateway, FilePlaces places, @Value("${jinqiao.home:.}") Path home) {
        this.camel = camel;
        this.catalogue = catalogue;
        this.gateway = gateway;
        this.places = places;
        this.home = home.toAbsolutePath().normalize();
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        for (Dialect dialect : catalogue.all()) {
            for (Channel channel : dialect.descriptor().channels()) {
                if (channel.kind().equals("drop") && places.open()) {
                    open(dialect.descriptor(), channel);
                }
            }
        }
    }

    private void open(PartnerDescriptor descriptor, Channel channel) throws Exception {
        String partner = descriptor.partner().value();
        Path directory = home.resolve(channel.address());
        if (channel.direction() == Channel.Direction.OUT) {
            camel.getRegistry().bind("drop-box-" + partner, new DropBox(directory, descriptor.limits().reply()));
            camel.addRouteFromTemplate("channel-" + partner + "-out", "drop-out", Map.of("partner", partner));
            return;
        }
        camel.getRegistry().bind("drop-regular-" + partner, new WholeFiles(Clock.systemUTC()));
        camel.getRegistry().bind("drop-courier-" + partner, new DropCourier(partner, descriptor.largestRequest(), gateway));
        camel.addRouteFromTemplate(
                "channel-" + partner + "-drop", "drop-in", Map.of("partner", partner, "directory", directory.toString()));
        LOG.info("messages of {} are looked for as files", partner);
    }
}
