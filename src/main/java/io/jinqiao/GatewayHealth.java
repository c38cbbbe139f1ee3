package io.jinqiao;

import io.jinqiao.adapter.Transport;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /actuator/health} says beyond what the rooms say: whether partners are let in. */
@Configuration(proxyBeanMethods = false)
class GatewayHealth {

    @Bean
    HealthIndicator channelsHealthIndicator(Transport channels) {
        return () -> (channels.open() ? Health.up() : Health.outOfService()).build();
    }
}
