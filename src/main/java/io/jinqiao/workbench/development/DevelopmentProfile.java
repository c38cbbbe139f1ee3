package io.jinqiao.workbench.development;

import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the throw-away identities of {@code certs-dev} in. Only the workbench has it. */
@Configuration(proxyBeanMethods = false)
public class DevelopmentProfile {

    @Bean
    public AcceptsDevelopmentCertificates acceptsDevelopmentCertificates() {
        return new AcceptsDevelopmentCertificates() {};
    }
}
