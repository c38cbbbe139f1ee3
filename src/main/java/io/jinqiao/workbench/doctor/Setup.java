package io.jinqiao.workbench.doctor;

import io.jinqiao.signing.SigningSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What a gateway would start with.
 *
 * @param home where {@code adapters/} is looked for, and what relative paths begin at
 * @param environment settings as the gateway reads them
 */
public record Setup(Path home, ConfigurableEnvironment environment, Clock clock) {

    /** @param settings win over the environment of the process */
    public static Setup of(Path home, Map<String, Object> settings, Clock clock) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("doctor", settings));
        return new Setup(home, environment, clock);
    }

    /** Where keys, certificates and lists are. */
    SigningSettings signing() {
        Binder binder = new Binder(
                ConfigurationPropertySources.from(environment.getPropertySources()),
                new PropertySourcesPlaceholdersResolver(environment));
        SigningSettings bound = binder.bindOrCreate("jinqiao", Bindable.of(SigningSettings.class));
        return new SigningSettings(
                home,
                bound.keys(),
                bound.certificates(),
                bound.trust(),
                bound.crls(),
                bound.crlGrace(),
                bound.crlRefresh(),
                bound.softwareKeys(),
                bound.tsa());
    }
}
