package io.jinqiao.workbench.development;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.workbench.demo.Standings;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every bank its standing by a two-person decision when the process starts; for benches and campaigns. */
@Configuration(proxyBeanMethods = false)
public class OpenForBusiness {

    @Bean
    ApplicationRunner standingOpener(ApplicationContext gateway, Catalogue catalogue) {
        return arguments -> catalogue.all().stream()
                .map(Dialect::descriptor)
                .filter(partner -> partner.role() == PartnerDescriptor.Role.BANK)
                .forEach(partner -> Standings.open(gateway, partner.partner()));
    }
}
