package io.jinqiao.workbench.certs;

import io.jinqiao.signing.SigningSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The identities of development, ready for use: {@code ensure} makes what is missing, out of date or changed in {@code certs.yaml}. */
public final class DevelopmentCertificates {
    private static final String LOCK = ".lock";

    private final CertsFile file;
    private final CertsFolder folder;
    private final String password;

    private DevelopmentCertificates(CertsFile file, CertsFolder folder, String password) {
        this.file = file;
        this.folder = folder;
        this.password = password;
    }

    /** With the real clock. */
    public static DevelopmentCertificates ensure(Path certsDev) {
        return ensure(certsDev, Clock.systemUTC());
    }

    /**
     * Safe to be called by several processes at once.
     *
     * @param certsDev made when missing; its {@code certs.yaml} is used when there is one, else the packaged one
     */
    public static DevelopmentCertificates ensure(Path certsDev, Clock clock) {
        Path absolute = certsDev.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            synchronized (DevelopmentCertificates.class) { // a file lock is held by the whole JVM
                return locked(absolute, clock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("development identities cannot be kept in " + absolute, e);
        }
    }

    private static DevelopmentCertificates locked(Path certsDev, Clock clock) throws IOException {
        Path lock = certsDev.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            CertsFile file = CertsFile.read(Packaged.certsYaml(certsDev));
            CertsFolder folder = new CertsFolder(certsDev);
            new Workshop(file, folder, clock.instant()).makeWhatIsMissing();
            return new DevelopmentCertificates(file, folder, folder.password());
        }
    }

    /** Configuration of the gateway: the centre's keys, everybody's certificates, the trusted roots and their lists. */
    public Map<String, String> properties() {
        return properties("centre");
    }

    /** The same seen from another chair, such as a simulated partner's. */
    public Map<String, String> properties(String owner) {
        Map<String, String> properties = new LinkedHashMap<>();
        file.identities().forEach((alias, identity) -> {
            if (identity.owner().equals(owner)) {
                properties.put("jinqiao.keys." + alias + ".path", keyStore(alias).toString());
                properties.put("jinqiao.keys." + alias + ".password-file", folder.passwordFile().toString());
            }
            properties.put("jinqiao.certificates." + alias, certificate(alias).toString());
        });
        properties.put("jinqiao.opinion-verification.organisations[0]", Names.ORGANISATION);
        properties.put("jinqiao.licence-verification.organisations[0]", Names.REGISTRY);
        List<String> roots = trusted();
        for (int i = 0; i < roots.size(); i++) {
            properties.put("jinqiao.trust.anchors[" + i + "]", certificate(roots.get(i)).toString());
            properties.put("jinqiao.crls[" + i + "]", folder.list(roots.get(i)).toString());
        }
        return properties;
    }

    /** The same for use without Spring, by simulators and tests. */
    public SigningSettings settings(String owner) {
        return new SigningSettings(
                Path.of(""),
                file.identities().entrySet().stream()
                        .filter(identity -> identity.getValue().owner().equals(owner))
                        .collect(Collectors.toMap(Map.Entry::getKey, identity -> key(identity.getKey()))),
                file.identities().keySet().stream().collect(Collectors.toMap(alias -> alias, this::certificate)),
                new SigningSettings.Anchors(trusted().stream().map(this::certificate).toList()),
                trusted().stream().map(root -> folder.list(root).toString()).toList(),
                Duration.ofHours(24),
                Duration.ofMinutes(10),
                "",
                new SigningSettings.Tsa(null, Duration.ofSeconds(5)));
    }

    /** Whether {@code certs.yaml} describes this identity. */
    public boolean has(String alias) {
        return file.identities().containsKey(alias);
    }

    /** PKCS#12 file of one identity; its password is {@link #password()}. */
    public Path keyStore(String alias) {
        return folder.keyStore(alias);
    }

    public Path certificate(String alias) {
        return folder.certificate(alias);
    }

    /** PKCS#12 file of the roots that TLS of the JDK can use. */
    public Path trustStore() {
        return folder.trustStore();
    }

    public String password() {
        return password;
    }

    /** A key for SFTP: {@code centre-sftp}, with which the centre logs in, or {@code <bank>-sftp}, of its server. Made when it is asked for first. */
    public SshKey ssh(String name) {
        synchronized (DevelopmentCertificates.class) {
            Path lock = folder.sshKey(name).resolveSibling(LOCK);
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                return folder.ssh(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Issued issued(String alias) {
        try {
            return folder.readKey(alias);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot open the development key " + alias, e);
        }
    }

    /** @throws UncheckedIOException when {@code certs.yaml} names no such token */
    public String token(String name) {
        try {
            return Files.readString(folder.token(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SigningSettings.Key key(String alias) {
        return new SigningSettings.Key(keyStore(alias), null, null, null, folder.passwordFile());
    }

    private List<String> trusted() {
        return file.authorities().entrySet().stream()
                .filter(authority -> authority.getValue().trusted())
                .map(Map.Entry::getKey)
                .toList();
    }
}
