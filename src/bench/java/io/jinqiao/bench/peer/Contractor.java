package io.jinqiao.bench.peer;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertificateFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a contractor would write for the same wire: one controller, Jackson trees, signatures by JCA, one insert, a signed answer. No
 * evidence, no "once", no certificates' status, no rules: the yardstick for our speed, not a rival in what it does.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SslAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class
})
public class Contractor {
    /** Arguments are Spring properties: server.port, server.ssl.*, spring.datasource.*, peer.key, peer.password,
     * peer.certificate, peer.user-id. */
    public static void main(String[] args) {
        Security.addProvider(new BouncyCastleProvider());
        new SpringApplication(Contractor.class).run(args);
        System.out.println("ready");
    }

    @Bean
    Desk desk(JdbcTemplate db, Environment settings) throws Exception {
        db.execute("CREATE TABLE IF NOT EXISTS peer_application (application_no text PRIMARY KEY, content text NOT NULL,"
                + " received timestamptz NOT NULL DEFAULT now())");
        KeyStore keys = KeyStore.getInstance("PKCS12", "BC");
        char[] password = settings.getRequiredProperty("peer.password").toCharArray();
        try (InputStream in = Files.newInputStream(Path.of(settings.getRequiredProperty("peer.key")))) {
            keys.load(in, password);
        }
        PrivateKey ours = (PrivateKey) keys.getKey(keys.aliases().nextElement(), password);
        try (InputStream in = Files.newInputStream(Path.of(settings.getRequiredProperty("peer.certificate")))) {
            PublicKey theirs = CertificateFactory.getInstance("X.509", "BC").generateCertificate(in).getPublicKey();
            return new Desk(db, ours, theirs, settings.getRequiredProperty("peer.user-id"));
        }
    }
}
