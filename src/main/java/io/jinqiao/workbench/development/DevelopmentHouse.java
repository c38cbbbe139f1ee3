package io.jinqiao.workbench.development;

import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.certs.TimeStampAuthority;
import io.jinqiao.workbench.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * What a gateway needs around it in development: throw-away identities, a database of its own, a time-stamp authority. All of it real, none
 * of it for production.
 */
public final class DevelopmentHouse implements AutoCloseable {
    private static final int FIRST_PORT = 18_000;
    private static final int PORTS = 12_000;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));
    private static final Pattern LISTENS = Pattern.compile("\\$\\{([A-Z0-9_]+_LISTEN):");

    private final Path home;
    private final DevelopmentCertificates certificates;
    private final EmbeddedDatabase database;
    private final TimeStampAuthority timeStamps;

    private DevelopmentHouse(
            Path home, DevelopmentCertificates certificates, EmbeddedDatabase database, TimeStampAuthority timeStamps) {
        this.home = home;
        this.certificates = certificates;
        this.database = database;
        this.timeStamps = timeStamps;
    }

    /** @param home where data are kept, in the folder {@code .jinqiao}, and identities, in {@code certs-dev} */
    public static DevelopmentHouse open(Path home) {
        DevelopmentCertificates certificates = DevelopmentCertificates.ensure(home.resolve("certs-dev"));
        EmbeddedDatabase database = EmbeddedDatabase.start(home.resolve(".jinqiao/postgres"), 0);
        return new DevelopmentHouse(home, certificates, database, TimeStampAuthority.start(certificates, Clock.systemUTC(), 0));
    }

    /** Settings of a gateway in this house, by name. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(certificates.properties());
        settings.put("jinqiao.home", home.toString());
        // several gateways run on one machine: partners that speak TCP are let in on free ports
        listeners().forEach(placeholder -> settings.put(placeholder, "localhost:0"));
        settings.put("jinqiao.tsa.url", timeStamps.url());
        settings.put("jinqiao.evidence.create-master-key", "true");
        settings.put("jinqiao.evidence.master-key-file", data().resolve("evidence-master.key").toString());
        settings.put("jinqiao.evidence.node-directory", data().toString());
        settings.put("jinqiao.evidence.content-directory", data().resolve("evidence-content").toString());
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        return settings;
    }

    /** Names of the placeholders for where we listen, of every partner's folder. */
    private List<String> listeners() {
        return new Sources(home, DevelopmentHouse.class.getClassLoader())
                .list("adapters").stream()
                .filter(source -> source.name().endsWith("/adapter.yaml"))
                .flatMap(source -> LISTENS.matcher(source.text()).results())
                .map(found -> found.group(1))
                .toList();
    }

    public DevelopmentCertificates certificates() {
        return certificates;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    public Path home() {
        return home;
    }

    /** Git-ignored folder of everything that runs leave behind. */
    public Path data() {
        return home.resolve(".jinqiao");
    }

    /** Signs and verifies as somebody else than the centre, such as the simulated bank. */
    public SigningRoom chairOf(String owner) {
        return SigningRoom.open(
                certificates.settings(owner), Clock.systemUTC(), new DevelopmentProfile().acceptsDevelopmentCertificates());
    }

    /**
     * A port nobody uses right now, and another one each time. It lies below those that systems give to outgoing connections, so it is
     * still free when its server comes back after a stop.
     */
    public static int freePort() {
        for (int tries = 0; tries < PORTS; tries++) {
            int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), PORTS);
            if (free(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST_PORT + " on");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        timeStamps.close();
        database.close();
    }
}
