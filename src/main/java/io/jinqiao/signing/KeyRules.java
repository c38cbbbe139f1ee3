package io.jinqiao.signing;

import java.nio.file.Path;
import java.util.Optional;

/** Which keys may be used outside development: none with the marker, none from {@code certs-dev}, none in a file without a named exception. */
final class KeyRules {
    private static final Path DEVELOPMENT_FOLDER = Path.of("certs-dev");

    private final SigningSettings settings;
    private final boolean development;

    KeyRules(SigningSettings settings, boolean development) {
        this.settings = settings;
        this.development = development;
    }

    /** Why this key must not be used; empty when it may. */
    Optional<String> forbids(SigningSettings.Key key, Keys.Entry entry) {
        if (development) {
            return Optional.empty();
        }
        if (entry.chain().stream().anyMatch(DevelopmentMarker::isOn)) {
            return Optional.of("its certificate was made for development");
        }
        if (key.path() == null) {
            return Optional.empty();
        }
        for (Path name : settings.resolve(key.path()).toAbsolutePath().normalize()) {
            if (name.equals(DEVELOPMENT_FOLDER)) {
                return Optional.of("keys from " + DEVELOPMENT_FOLDER + " are for development only");
            }
        }
        return settings.softwareKeys().isBlank()
                ? Optional.of("a private key in a file needs jinqiao.software-keys to say who allowed it and why; else use pkcs11")
                : Optional.empty();
    }
}
