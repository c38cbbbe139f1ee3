package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody's papers, good and bad ones, made once; and a second world whose authorities nobody here knows. */
final class World {
    static final List<String> BANKS = List.of("icbc", "abc", "ccb", "psbc");

    private static DevelopmentCertificates here;
    private static DevelopmentCertificates elsewhere;
    private static final Map<String, SigningRoom> ROOMS = new ConcurrentHashMap<>();

    private World() {}

    static synchronized DevelopmentCertificates here() {
        if (here == null) {
            here = made(Path.of("target", "doctor", "certs"), true);
        }
        return here;
    }

    static synchronized DevelopmentCertificates elsewhere() {
        if (elsewhere == null) {
            elsewhere = made(Path.of("target", "doctor", "elsewhere"), false);
        }
        return elsewhere;
    }

    private static DevelopmentCertificates made(Path folder, boolean more) {
        try {
            Files.createDirectories(folder);
            String yaml = Files.readString(Path.of("certs-dev", "certs.yaml"));
            int tokens = yaml.indexOf("# bearer tokens");
            String all = more ? yaml.substring(0, tokens) + identities() + yaml.substring(tokens) : yaml;
            Files.writeString(folder.resolve("certs.yaml"), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DevelopmentCertificates.ensure(folder);
    }

    private static String identities() {
        StringBuilder more = new StringBuilder();
        for (String state : List.of("expired", "not-yet-valid")) {
            add(more, "centre-sm2-" + state, "centre", "dev-root-sm2", "sm2", "signature", state);
            add(more, "centre-tls-" + state, "centre", "dev-root-rsa", "p256", "tls-client", state);
        }
        add(more, "centre-sm2-other", "centre", "dev-root-sm2", "sm2", "signature", "valid");
        for (String bank : BANKS) {
            for (String state : List.of("expired", "not-yet-valid", "revoked")) {
                add(more, "bad-" + bank + "-" + state, bank, "dev-root-sm2", "sm2", "signature", state);
            }
            add(more, "bad-" + bank + "-untrusted", bank, "stranger-root-sm2", "sm2", "signature", "valid");
            add(more, "bad-" + bank + "-encrypts", bank, "dev-root-sm2", "sm2", "envelope", "valid");
            add(more, "new-" + bank + "-sign", bank, "dev-root-sm2", "sm2", "signature", "valid");
            add(more, "bad-" + bank + "-tls-expired", bank, "dev-root-rsa", "p256", "tls-server", "expired");
            add(more, "new-" + bank + "-tls-server", bank, "dev-root-rsa", "p256", "tls-server", "valid");
        }
        return more.toString();
    }

    private static void add(StringBuilder yaml, String alias, String owner, String issuer, String key, String usage, String state) {
        yaml.append("  ").append(alias).append(": {owner: ").append(owner).append(", issuer: ").append(issuer).append(", key: ").append(key)
                .append(", usage: ").append(usage).append(", state: ").append(state).append("}\n");
    }

    /** Somebody's keys and what they know of the others. */
    static SigningRoom room(String owner) {
        return ROOMS.computeIfAbsent(owner, o -> open(here(), o));
    }

    static SigningRoom strangers(String owner) {
        return ROOMS.computeIfAbsent("elsewhere/" + owner, o -> open(elsewhere(), owner));
    }

    private static SigningRoom open(DevelopmentCertificates certificates, String owner) {
        return SigningRoom.open(certificates.settings(owner), Clock.systemUTC(), new AcceptsDevelopmentCertificates() {});
    }

    /** The shipped language. @param terse without the list of what is wrong in refusals */
    static Dialect shipped(String bank, boolean terse) {
        Folders folders = Folders.of(new Sources(terse ? terseHome(bank) : Path.of("target", "nowhere"), World.class.getClassLoader()), bank);
        Folders.Read read = folders.read(text -> text.replaceAll("\\$\\{[^:]+:([^}]*)}", "$1"), Clock.systemUTC());
        if (!read.problems().isEmpty()) {
            throw new IllegalStateException(read.problems().toString());
        }
        return read.dialects().get(bank);
    }

    private static Path terseHome(String bank) {
        Path home = Path.of("target", "doctor", "terse");
        Patient.copyFolder(bank, home);
        Path file = home.resolve("adapters/" + bank + "/adapter.yaml");
        try {
            Files.writeString(file, Files.readString(file).replaceFirst("(problems:\\s+list: )\\w+", "$1NotAgreed"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }
}
