package io.jinqiao.signing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where keys, certificates and lists are. Paths are relative to {@code jinqiao.home}.
 *
 * @param home working directory when not set
 * @param keys our own keys by alias
 * @param certificates one PEM file for each pinned certificate of a partner, by alias
 * @param trust roots and intermediates
 * @param crls files or http(s) addresses of revocation lists
 * @param crlGrace how long a list whose next update is overdue is still used, with an alarm
 * @param crlRefresh how often lists are read again
 * @param softwareKeys who allowed private keys in files outside development, and why; without these words such keys are refused
 * @param tsa time-stamp authority
 */
@ConfigurationProperties("jinqiao")
public record SigningSettings(
        @Nullable Path home,
        @DefaultValue Map<String, Key> keys,
        @DefaultValue Map<String, Path> certificates,
        @DefaultValue Anchors trust,
        @DefaultValue List<String> crls,
        @DefaultValue("24h") Duration crlGrace,
        @DefaultValue("10m") Duration crlRefresh,
        @DefaultValue("") String softwareKeys,
        @DefaultValue Tsa tsa) {

    public SigningSettings {
        home = home == null ? Path.of("") : home;
    }

    /**
     * Either a PKCS#12 file or a PKCS#11 module.
     *
     * @param path PKCS#12 file with one private key
     * @param pkcs11 configuration file of the JDK's PKCS#11 provider
     * @param entry label of the key in the module; the alias when not set
     * @param passwordFile first line is the password or PIN
     */
    public record Key(
            @Nullable Path path,
            @Nullable Path pkcs11,
            @Nullable String entry,
            @Nullable String password,
            @Nullable Path passwordFile) {}

    /** @param anchors PEM files */
    public record Anchors(@DefaultValue List<Path> anchors) {}

    /**
     * @param url http(s) address of an RFC 3161 authority; null: none configured
     * @param timeout for the whole answer
     */
    public record Tsa(@Nullable String url, @DefaultValue("5s") Duration timeout) {}

    Path resolve(Path path) {
        return home().resolve(path);
    }

    @Override
    public Path home() {
        return Objects.requireNonNull(home);
    }
}
