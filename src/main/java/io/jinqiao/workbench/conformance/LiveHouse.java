package io.jinqiao.workbench.conformance;

import io.jinqiao.Jinqiao;
import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificateEnquiry;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.demo.Standings;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.DevelopmentProfile;
import io.jinqiao.workbench.development.PlainSentence;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.NationalBranch;
import io.jinqiao.workbench.simulate.bank.NationalRegistry;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import io.jinqiao.workbench.simulate.bank.RegistryBranch;
import io.jinqiao.workbench.simulate.mirror.MirroredBranch;
import io.jinqiao.workbench.simulate.mirror.MirroredLineBranch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A real gateway with a real PostgreSQL in a home that is thrown away, and the partner's simulator at the other end of the real channel. The
 * folder under test is the only one that does not come from the package.
 */
final class LiveHouse implements AutoCloseable {
    private static final Pattern OUTWARD = Pattern.compile("\\$\\{([A-Z0-9_]+(?:_URL|_ADDRESS)):(https?://)?");

    private static final String INVENTED_HOME = "990101001001GB00012F00020301";

    private static final Logger log = LoggerFactory.getLogger(LiveHouse.class);

    private final Deque<AutoCloseable> opened;
    private final DevelopmentHouse house;
    private final ConfigurableApplicationContext gateway;
    private final SimulatedPartner bank;
    private final SigningRoom chair;
    private final SimulatedBranch branch;
    private final Dialect dialect;

    /** Why nothing could be sent, for people. */
    static final class CannotOpen extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Words words;

        CannotOpen(RuntimeException cause) {
            super(cause);
            Words why = Words.of(PlainSentence.of(cause));
            words = new Words("网关或模拟器未能启动：" + why.chinese(), "the gateway or the simulator did not start: " + why.english());
        }

        Words words() {
            return words;
        }
    }

    private LiveHouse(Path work, String partner, String adapter, Deque<AutoCloseable> opened) {
        this.opened = opened;
        this.house = kept(DevelopmentHouse.open(work), opened);
        int port = DevelopmentHouse.freePort();
        this.bank = kept(new Simulators(work, house.certificates()).bank(partner, port, line -> {}), opened).start();
        this.gateway = kept(gateway(house, adapter, port), opened);
        this.dialect = gateway.getBean(Catalogue.class).partner(new PartnerId(partner)).orElseThrow();
        this.chair = kept(house.chairOf(partner), opened);
        this.branch = branch(partner);
        Standings.open(gateway, new PartnerId(partner));
    }

    private static <T extends AutoCloseable> T kept(T opened, Deque<AutoCloseable> all) {
        all.push(opened);
        return opened;
    }

    /** @throws CannotOpen when the gateway does not start, or nobody can play this partner; nothing is left behind then */
    static LiveHouse open(Sources sources, String partner) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return open(sources, partner, opened);
        } catch (RuntimeException e) {
            close(opened);
            throw new CannotOpen(e);
        }
    }

    private static LiveHouse open(Sources sources, String partner, Deque<AutoCloseable> opened) {
        try {
            Path work = Files.createTempDirectory("jinqiao-conformance");
            opened.push(() -> FileSystemUtils.deleteRecursively(work));
            for (Source source : sources.list("adapters/" + partner)) {
                Path file = work.resolve(source.name());
                Files.createDirectories(file.getParent());
                Files.write(file, source.bytes());
            }
            Path identities = sources.home().resolve("certs-dev/certs.yaml");
            if (Files.exists(identities)) {
                Files.createDirectories(work.resolve("certs-dev"));
                Files.copy(identities, work.resolve("certs-dev/certs.yaml"));
            }
            return new LiveHouse(work, partner, sources.get("adapters/" + partner + "/adapter.yaml").text(), opened);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext gateway(DevelopmentHouse house, String adapter, int port) {
        Map<String, Object> settings = house.settings();
        settings.put("server.port", "0");
        settings.put("jinqiao.partners.port", "0");
        settings.put("jinqiao.loan.assumptions", "workbench/assumed-limits.yaml");
        settings.put("logging.config", "classpath:workbench/logback-demo.xml");
        System.setProperty("jinqiao.log", house.data().resolve("gateway.log").toString());
        OUTWARD.matcher(adapter).results().forEach(found ->
                settings.put(found.group(1), (found.group(2) == null ? "" : found.group(2)) + "localhost:" + port));
        return Jinqiao.application(DevelopmentProfile.class)
                .run(settings.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue()).toArray(String[]::new));
    }

    private SimulatedBranch branch(String partner) {
        Listening listening = gateway.getBean(Listening.class);
        Channel in = dialect.descriptor().channel(Channel.Direction.IN)
                .orElseThrow(() -> new IllegalArgumentException("目录没有来向通道 / the folder has no inward channel"));
        boolean line = in.kind().equals("tcp");
        int port = line ? listening.port(new PartnerId(partner), in) : listening.port();
        if (bank.build() != Build.MIRRORED) {
            BankKeys keys = new BankKeys(house.certificates());
            if (bank instanceof OwnRegistry) {
                return new RegistryBranch(keys, port);
            }
            return bank instanceof NationalRegistry
                    ? new NationalBranch(keys, partner, "R2".equals(dialect.edition()), dialect.security() != null, port)
                    : OwnBranch.of(partner, keys, port);
        }
        String identity = in.theirIdentities().get(0);
        return line
                ? new MirroredLineBranch(dialect, chair, identity, port)
                : new MirroredBranch(dialect, chair, chair.keys().tls(identity).context(), "https://localhost:" + port);
    }

    /** Whether the simulator can speak of this operation; the engine in reverse speaks of all. */
    boolean plays(Operation operation) {
        if (bank.build() == Build.MIRRORED) {
            return true;
        }
        if (bank instanceof OwnRegistry) {
            return RegistryBranch.speaks(operation);
        }
        return bank instanceof NationalRegistry ? NationalBranch.speaks(operation) : OwnBranch.speaks(operation);
    }

    /** The homes and cases the samples ask about stand in the simulated register. */
    void knows(Operation operation, Content.Group said) {
        if (!(bank instanceof OwnRegistry registry)) {
            return;
        }
        String title = said.text("titleNo");
        if (operation == Operation.PROPERTY_CHECK && title != null) {
            PropertyCheck check = (PropertyCheck) operation.read(said);
            check.holders().stream().limit(1).forEach(holder -> registry.estate(title, INVENTED_HOME, holder.name(), holder.identity().number()));
        } else if (operation == Operation.REGISTRATION_APPLICATION) {
            registry.filed((RegistrationApplication) operation.read(said));
        } else if (operation == Operation.REGISTRATION_CERTIFICATE_ENQUIRY) {
            RegistrationCertificateEnquiry asked = (RegistrationCertificateEnquiry) operation.read(said);
            registry.issued(asked.caseNo(), asked.proofNo().value());
        }
    }

    /** Whether what became of a message may be asked. */
    boolean enquires() {
        return dialect.descriptor().operation(Operation.STATUS_ENQUIRY).isPresent();
    }

    Dialect dialect() {
        return dialect;
    }

    SimulatedPartner bank() {
        return bank;
    }

    SimulatedBranch branch() {
        return branch;
    }

    <T> T room(Class<T> door) {
        return gateway.getBean(door);
    }

    @Override
    public void close() {
        close(opened);
    }

    /** The last first, each whatever became of the others. */
    private static void close(Deque<AutoCloseable> opened) {
        for (AutoCloseable one : opened) {
            try {
                one.close();
            } catch (Exception e) {
                log.warn("{} did not end in order", one.getClass().getSimpleName(), e);
            }
        }
    }
}
