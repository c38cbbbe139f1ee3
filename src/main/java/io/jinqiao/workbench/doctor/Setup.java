package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.channel.FilePlaces;
import io.jinqiao.signing.SigningSettings;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Catalogues;
import io.jinqiao.workbench.development.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

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

    /**
     * As the gateway would read it; without settings, with the identities of {@code certs-dev}.
     *
     * @param home null: {@code jinqiao.home} of the settings, else here
     * @param config an {@code application.yaml} or {@code .properties}; null: the environment of the process alone
     * @param partner there must be a folder of this name; nothing is made for a slip of the keyboard
     * @param told hears which identities of development are used
     */
    public static Setup read(@Nullable Path home, @Nullable Path config, String partner, Consumer<String> told) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        if (config != null) {
            settings(config).forEach(sources::addLast);
        }
        Path wanted = Home.existing(home == null ? Path.of(environment.getProperty("jinqiao.home", "")) : home);
        Catalogues.requirePartner(wanted, partner);
        Setup setup = new Setup(wanted, environment, Clock.systemUTC());
        if (config == null && setup.signing().keys().isEmpty()) {
            Path certificates = setup.home().resolve("certs-dev");
            told.accept("开发证书 / identities of development: " + certificates);
            sources.addLast(new MapPropertySource("certs-dev", Map.copyOf(DevelopmentCertificates.ensure(certificates).properties())));
        }
        return setup;
    }

    private static List<PropertySource<?>> settings(Path config) throws IOException {
        PropertySourceLoader loader = config.toString().endsWith(".properties") ? new PropertiesPropertySourceLoader() : new YamlPropertySourceLoader();
        if (!Files.isRegularFile(config)) {
            throw new NoSuchFileException(config.toString());
        }
        try {
            return loader.load(config.toString(), new FileSystemResource(config));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("配置文件有误 / the settings cannot be read: " + config + ": " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        }
    }

    /** Whether files are looked for, and with which keys. */
    public FilePlaces files() {
        return binder().bindOrCreate("jinqiao.files", Bindable.of(FilePlaces.class));
    }

    private Binder binder() {
        return new Binder(
                ConfigurationPropertySources.from(environment.getPropertySources()),
                new PropertySourcesPlaceholdersResolver(environment));
    }

    /** Where keys, certificates and lists are. */
    public SigningSettings signing() {
        SigningSettings bound = binder().bindOrCreate("jinqiao", Bindable.of(SigningSettings.class));
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
