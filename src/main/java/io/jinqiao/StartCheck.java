package io.jinqiao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** A production start says everything that is missing at once, before anything is opened. */
final class StartCheck {
    private StartCheck() {}

    /** @param path key store file; null for keys that lie elsewhere */
    record OwnKey(@Nullable String path) {}

    /** @throws SettingsMissing with one line for each */
    static void requireSettings(ConfigurableEnvironment environment) {
        List<String> missing = missing(environment);
        if (!missing.isEmpty()) {
            throw new SettingsMissing(missing);
        }
    }

    static List<String> missing(ConfigurableEnvironment environment) {
        Binder settings = Binder.get(environment);
        List<String> missing = new ArrayList<>();
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            missing.add("spring.datasource.url: address of the PostgreSQL database, with .username and .password");
        }
        Map<String, OwnKey> keys = settings.bind("jinqiao.keys", Bindable.mapOf(String.class, OwnKey.class))
                .orElse(Map.of());
        if (keys.isEmpty()) {
            missing.add("jinqiao.keys.<alias>.path: the gateway's own keys (PKCS#12), with .password or .password-file");
        }
        Path home = Path.of(environment.getProperty("jinqiao.home", ""));
        keys.forEach((alias, key) -> requireFile(missing, home, "jinqiao.keys." + alias + ".path", key.path()));
        List<String> anchors = settings.bind("jinqiao.trust.anchors", Bindable.listOf(String.class)).orElse(List.of());
        if (anchors.isEmpty()) {
            missing.add("jinqiao.trust.anchors: certificates (PEM) of the authorities that partners' certificates chain to");
        }
        anchors.forEach(anchor -> requireFile(missing, home, "jinqiao.trust.anchors", anchor));
        settings.bind("jinqiao.certificates", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((alias, file) -> requireFile(missing, home, "jinqiao.certificates." + alias, file));
        return missing;
    }

    private static void requireFile(List<String> missing, Path home, String setting, @Nullable String file) {
        if (file != null && !Files.isReadable(home.resolve(file))) {
            missing.add(setting + ": no readable file " + home.resolve(file).toAbsolutePath());
        }
    }
}
