package io.jinqiao;

import io.jinqiao.message.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What is handed in everywhere: time and ids. */
@Configuration(proxyBeanMethods = false)
class House {

    /** Real time: signatures, certificates, evidence, leases. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * The time of the trade: deadlines, standing, validity of opinions; asked for by its name. Differs from real time only in a demonstration.
     *
     * @param offset added to real time, such as {@code -P30D}
     */
    @Bean(defaultCandidate = false)
    Clock businessClock(Clock clock, @Value("${jinqiao.business-clock-offset:PT0S}") Duration offset) {
        return Clock.offset(clock, offset);
    }

    @Bean
    IdGenerator ids(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }
}
