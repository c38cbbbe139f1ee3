package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.signing.Keys;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.NonStickyEventExecutorGroup;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the route templates in {@code routes/channels/} refer to by name. */
@Configuration(proxyBeanMethods = false)
class ChannelBeans {

    /** Any free thread takes the next request; the requests of one connection stay in order. */
    @Bean(destroyMethod = "shutdownGracefully")
    NonStickyEventExecutorGroup partnerWorkers(PartnersDoor door) {
        return new NonStickyEventExecutorGroup(
                new UnorderedThreadPoolEventExecutor(door.workers(), new DefaultThreadFactory("partner")));
    }

    @Bean(destroyMethod = "")
    PartnersServer partnersServer(
            CamelContext camel,
            PartnersDoor door,
            Listening listening,
            Keys keys,
            NonStickyEventExecutorGroup partnerWorkers,
            Catalogue catalogue,
            CommitPoints points,
            Visitors visitors) {
        return new PartnersServer(
                camel, door, listening.port(), keys, partnerWorkers, limits(door, catalogue), points, visitors);
    }

    @Bean
    Visitors visitors() {
        return new Visitors();
    }

    @Bean
    WireBinding wireBinding() {
        return new WireBinding();
    }

    /** Only the codec's own headers go out, and none comes in: the answer is taken before Camel sees it. */
    @Bean
    HeaderFilterStrategy wireHeaders() {
        DefaultHeaderFilterStrategy headers = new DefaultHeaderFilterStrategy();
        headers.setOutFilterStartsWith("Camel");
        headers.setInFilterStartsWith("");
        return headers;
    }

    private static ToIntFunction<String> limits(PartnersDoor door, Catalogue catalogue) {
        Map<String, Integer> limits = catalogue.all().stream()
                .map(Dialect::descriptor)
                .collect(Collectors.toMap(d -> d.partner().value(), PartnerDescriptor::largestRequest));
        return uri -> limits.getOrDefault(WireBinding.partnerOf(WireBinding.path(uri)), door.unknownLimit());
    }
}
