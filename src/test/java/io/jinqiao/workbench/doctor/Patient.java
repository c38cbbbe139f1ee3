package io.jinqiao.workbench.doctor;

import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One bank's set-up on our side, healthy until something is done to it: a folder of its own, settings, a clock. */
final class Patient {
    private static final Set<String> NOT_SPOKEN = Set.of("samples", "schema", "stubs", "README.md");

    final String bank;
    final TroubledBank peer;
    /** The bank's server of files; null for banks that push them. */
    final FileSide files;
    final Path home;
    final Map<String, Object> settings = new LinkedHashMap<>();
    Clock clock = Clock.systemUTC();

    Patient(TroubledBank peer, FileSide files, Path home) {
        this.bank = peer.name();
        this.peer = peer;
        this.files = files;
        this.home = home;
        copyFolder(bank, home);
        DevelopmentCertificates papers = World.here();
        new TreeMap<>(papers.properties("centre")).forEach((name, value) -> {
            boolean strange = name.matches("jinqiao\\.certificates\\.(new|bad)-.*") || name.matches("jinqiao\\.keys\\.centre-.*(expired|not-yet-valid|other).*");
            boolean another = name.matches("jinqiao\\.certificates\\.(seal|tsa|otherbank|icbc-tls-client-|icbc-sm2-(exp|not|rev|wrong|untr)).*");
            if (!strange && !another) {
                settings.put(name, value);
            }
        });
        address(peer.host() + ":" + peer.port());
        if (files != null) {
            settings.putAll(files.settings());
        }
    }

    /** What the partner's folder leaves to a setting of this name. */
    void filesAt(String hostAndPort) {
        settings.put(bank.toUpperCase(Locale.ROOT) + "_SFTP", hostAndPort);
    }

    void address(String hostAndPort) {
        settings.put(bank.toUpperCase(Locale.ROOT) + (bank.equals("abc") ? "_ADDRESS" : "_URL"), (bank.equals("abc") ? "" : "https://") + hostAndPort);
    }

    Examined examined() {
        return examined(Doctor.Limits.USUAL);
    }

    Examined examined(Doctor.Limits limits) {
        return new Doctor(Setup.of(home, settings, clock), limits).examine(bank, step -> {});
    }

    void off(Duration offset) {
        clock = Clock.offset(Clock.systemUTC(), offset);
    }

    /** Changes the partner's folder. @param pattern what must be there, once or more */
    void edit(String pattern, String replacement) {
        try {
            Path file = home.resolve("adapters/" + bank + "/adapter.yaml");
            String text = Files.readString(file);
            String changed = text.replaceFirst(pattern, replacement);
            if (changed.equals(text)) {
                throw new IllegalArgumentException("nothing to change: " + pattern);
            }
            Files.writeString(file, changed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is configured under one alias from now on lies at another's place. */
    void keyOf(String alias, String other) {
        settings.put("jinqiao.keys." + alias + ".path", World.here().keyStore(other).toString());
    }

    void certificateOf(String alias, String other) {
        settings.put("jinqiao.certificates." + alias, World.here().certificate(other).toString());
    }

    /** A file in the home with these bytes. */
    String file(String name, byte[] bytes) {
        try {
            Path file = home.resolve(name);
            Files.write(file, bytes);
            return file.toAbsolutePath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is needed to speak: what is done to a partner's folder is done to a copy. */
    static void copyFolder(String bank, Path home) {
        Path from = Path.of("adapters", bank);
        Path to = home.resolve("adapters").resolve(bank);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !NOT_SPOKEN.contains(from.relativize(f).getName(0).toString())).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
