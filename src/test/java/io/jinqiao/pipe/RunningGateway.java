package io.jinqiao.pipe;

import io.jinqiao.Jinqiao;
import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.demo.Standings;
import io.jinqiao.workbench.development.DevelopmentProfile;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.NationalFiles;
import io.jinqiao.workbench.simulate.bank.NationalRegistry;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import io.jinqiao.workbench.simulate.credit.CreditCenter;
import io.jinqiao.workbench.simulate.credit.enquiry.EnquirySettings;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A whole gateway in a home of its own: real PostgreSQL behind a line that can be cut, real HTTPS, development identities; one for each test JVM.
 * In its home the partner may sign with keys that must be refused, one route leads to a door that breaks, and the centre leads every bank's ledger.
 */
final class RunningGateway {
    private static final String PINNED = "their-certificates: [icbc-sm2-sign, icbc-sm2-sign-next]";
    private static final String MORE = "their-certificates: [icbc-sm2-sign, icbc-sm2-sign-next, icbc-sm2-expired,"
            + " icbc-sm2-not-yet-valid, icbc-sm2-revoked, icbc-sm2-wrong-usage, icbc-sm2-untrusted]";
    private static final String BROKEN_ROUTE = """
            - route:
                id: applicant-check
                from:
                  uri: direct:applicant-check
                  steps:
                    - bean: {ref: brokenDoor, method: check}
            """;
    private static final String FILE_ROUTE = """
            - route:
                id: repayment-status-file
                from:
                  uri: direct:repayment-status-file
                  steps:
                    - bean: {ref: countingDoor, method: count}
            """;
    private static final String CENTRE_LEADS = """
            format: 1
            every-bank:
              tolerated-permille: 5
              daily-file: {expected: every-day, by: "10:00"}
              ledger: centre
              reconciliation: {clear-within: 3, cents: 5}
              deduction: {waterfall: [penalty, overdue-interest, overdue-principal, interest, principal], lines-per-order: 300}
            banks: []
            """;
    private static RunningGateway running;

    final ConfigurableApplicationContext context;
    final SigningRoom bank = TestIdentities.room("icbc");
    final SigningRoom other = TestIdentities.room("otherbank");
    final DatabaseLine database;
    final ScriptedBank scripted = new ScriptedBank(bank, "icbc-tls-server");
    final Simulators simulators;
    /** The banks that answer with an implementation of their own, by name. */
    final Map<String, SimulatedPartner> banks = new HashMap<>();
    /** The banks' sides of files, by name. */
    final Map<String, FileSide> files = new HashMap<>();
    final OwnRegistry registry;
    /** Registries of the national form in either edition, with an implementation of their own. */
    final Map<String, NationalRegistry> national = new HashMap<>();
    /** Those that drop files, by edition, with their sides of the directories. */
    final Map<String, Dropping> dropping = new HashMap<>();

    /** The Center, for enquiries. */
    final CreditCenter center;

    record Dropping(NationalRegistry registry, NationalFiles files) {}
    /** The registry that speaks SOAP. */
    final SoapPeer soap = new SoapPeer(TestIdentities.room("registry-xml"), "registry-xml-tls-server");

    private RunningGateway() {
        String url = TestDatabase.url(TestDatabase.create());
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        database = new DatabaseLine(port);
        Map<String, String> settings = new HashMap<>(TestIdentities.made().properties());
        settings.put("spring.datasource.url", url.replace(":" + port + "/", ":" + database.port() + "/"));
        settings.put("spring.datasource.username", "jinqiao");
        settings.put("spring.datasource.password", "jinqiao");
        settings.put("server.port", "0");
        settings.put("jinqiao.partners.port", "0");
        settings.put("jinqiao.partners.host", "localhost");
        Path home = home();
        settings.put("jinqiao.home", home.toString());
        settings.put("ICBC_URL", "https://localhost:" + scripted.port());
        simulators = new Simulators(home, TestIdentities.made());
        List.of("abc", "ccb", "psbc").forEach(name -> banks.put(name, simulators.bank(name, 0, line -> { }).start()));
        settings.put("ABC_ADDRESS", "localhost:" + banks.get("abc").port());
        settings.put("CCB_URL", "https://localhost:" + banks.get("ccb").port());
        settings.put("PSBC_URL", "https://localhost:" + banks.get("psbc").port());
        registry = simulators.registry(0, Clock.systemUTC(), line -> { }).start();
        settings.put("REGISTRY_URL", "https://localhost:" + registry.port());
        settings.put("REGISTRY_ONE_CALL_URL", "https://localhost:" + registry.port());
        settings.put("jinqiao.mortgage.registries.99", "registry");
        settings.put("jinqiao.mortgage.registries.98", "registry-one-call");
        settings.put("jinqiao.mortgage.mortgagees[12371300MB2F7Q3140]", "虚构市住房公积金管理中心");
        settings.put("REGISTRY_XML_URL", soap.url());
        center = simulators.credit(ReportSettings.plain(), EnquirySettings.usual(), 0, line -> { }).start();
        settings.put("CREDIT_REFERENCE_URL", "https://localhost:" + center.port() + CreditCenter.PATH);
        for (String edition : List.of("r1", "r2")) {
            national.put(edition, simulators.nationalRegistry("registry-" + edition, 0, line -> { }).start());
            settings.put("REGISTRY_" + edition.toUpperCase(java.util.Locale.ROOT) + "_URL", "https://localhost:" + national.get(edition).port() + "/services/registration");
        }
        for (String edition : List.of("r1", "r2")) {
            String partner = "registry-files-" + edition;
            NationalRegistry drops = simulators.nationalRegistry(partner, 0, line -> { });
            dropping.put(edition, new Dropping(drops, drops.files(home.resolve("files/" + partner + "/in"), home.resolve("files/" + partner + "/out"))));
        }
        settings.put("jinqiao.evidence.create-master-key", "true");
        for (String bank : List.of("icbc", "abc", "ccb", "psbc")) {
            FileSide side = simulators.files(bank, 0, line -> { }).orElseThrow().open();
            files.put(bank, side);
            if (bank.equals("ccb")) {
                side.signs(hash -> hash + " " + fileSignature(hash, "ccb"));
            }
            settings.putAll(side.settings());
        }
        SpringApplication application = Jinqiao.application(DevelopmentProfile.class, Fittings.class);
        application.setRegisterShutdownHook(false);
        context = application.run(
                settings.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue()).toArray(String[]::new));
        scripted.speaks(dialect());
        Standings.open(context, new PartnerId("icbc"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(home), "running-gateway-end"));
    }

    /** A home is some 200 MB: nothing of it stays behind. */
    private void leave(Path home) {
        context.close();
        files.values().forEach(FileSide::close);
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bank's signature over a hash, by whoever's key. In this gateway's home that is agreed for one bank's files. */
    String fileSignature(String hash, String signer) {
        SigningProfile agreed = dialect("ccb").descriptor().signing().named("SM2").profile();
        SigningProfile theirs = new SigningProfile(agreed.algorithm(), agreed.form(), agreed.text(), agreed.theirUserId(), agreed.ourUserId());
        try (SigningRoom room = TestIdentities.room(signer)) {
            return room.signing().sign(theirs, signer + "-sm2-sign", hash.getBytes(StandardCharsets.US_ASCII));
        }
    }

    static synchronized RunningGateway get() {
        if (running == null) {
            running = new RunningGateway();
        }
        return running;
    }

    Dialect dialect() {
        return room(Catalogue.class).partner(new PartnerId("icbc")).orElseThrow();
    }

    Dialect dialect(String partner) {
        return room(Catalogue.class).partner(new PartnerId(partner)).orElseThrow();
    }

    /** Another bank's pen, and its connection where it speaks HTTP. */
    TestBank bank(String partner, SigningRoom keys) {
        return new TestBank(dialect(partner), keys, keys, partner + "-tls-client", "https://localhost:" + room(Listening.class).port());
    }

    /** A branch with an implementation of its own. */
    SimulatedBranch ownBranch(String partner) {
        Channel in = dialect(partner).descriptor().channel(Channel.Direction.IN).orElseThrow();
        Listening listening = room(Listening.class);
        return simulators.branch(partner, in.kind().equals("tcp") ? listening.port(new PartnerId(partner), in) : listening.port());
    }

    /** A connection to where this partner, who speaks TCP, is let in. */
    Socket line(PartnerId partner, SigningRoom keys, String tlsAlias) throws IOException {
        Channel in = dialect(partner.value()).descriptor().channel(Channel.Direction.IN).orElseThrow();
        Socket line = keys.keys().tls(tlsAlias).context().getSocketFactory().createSocket("localhost", room(Listening.class).port(partner, in));
        line.setSoTimeout(60_000);
        return line;
    }

    TestBank branch() {
        return branch(bank, "icbc-tls-client");
    }

    /** A branch that shows this certificate on its connection. */
    TestBank branch(SigningRoom connection, String tlsAlias) {
        return new TestBank(dialect(), bank, connection, tlsAlias, "https://localhost:" + room(Listening.class).port());
    }

    /** A server at the bank's address that shows a certificate which is not the bank's. */
    ScriptedBank impostor() {
        ScriptedBank impostor = new ScriptedBank(other, "otherbank-tls-client", scripted.port());
        impostor.speaks(dialect());
        return impostor;
    }

    /** A bank with an implementation of its own; the scripted one's stands at its address until it is closed. */
    OwnBankAt ownBank(String partner) {
        if (banks.containsKey(partner)) {
            return new OwnBankAt(banks.get(partner), () -> { });
        }
        scripted.shut();
        SimulatedPartner own = simulators.bank(partner, scripted.port(), line -> { }).start();
        return new OwnBankAt(own, () -> {
            own.close();
            scripted.open();
        });
    }

    record OwnBankAt(SimulatedPartner bank, Runnable gone) implements AutoCloseable {
        @Override
        public void close() {
            gone.run();
        }
    }

    <T> T room(Class<T> door) {
        return context.getBean(door);
    }

    /** What the journal says of this kind for a message, oldest first: verdict and codes, joined by a blank. */
    List<String> journal(String kind, String messageId) {
        return room(JdbcTemplate.class)
                .queryForList(
                        "SELECT trim(verdict || ' ' || coalesce(codes, '')) FROM evidence_record"
                                + " WHERE kind = ? AND message_id = ? ORDER BY id",
                        String.class,
                        kind,
                        messageId);
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("jinqiao-home");
            copy(Path.of("adapters"), home.resolve("adapters"));
            for (String partner : List.of("icbc", "abc", "ccb", "psbc", "registry", "credit-reference")) {
                Path adapter = home.resolve("adapters/" + partner + "/adapter.yaml");
                Files.writeString(adapter, quick(Files.readString(adapter).replace(PINNED, MORE)));
            }
            Path rewrapping = home.resolve("adapters/ccb/adapter.yaml");
            Files.writeString(rewrapping, Files.readString(rewrapping).replace("repeat-answer: same-bytes", "repeat-answer: rewrapped"));
            Path signed = home.resolve("adapters/ccb/files/repayment-status.yaml");
            Files.writeString(signed, Files.readString(signed).replace("stands: marker}", "stands: marker, signed: SM2}"));
            signedEnvelopes(home);
            oneCall(home);
            edition(home, "r1");
            edition(home, "r2");
            byFiles(home, "r1");
            byFiles(home, "r2");
            Files.createDirectories(home.resolve("routes"));
            Files.writeString(home.resolve("routes/repayment-status-file.camel.yaml"), FILE_ROUTE);
            Files.writeString(home.resolve("routes/applicant-check.camel.yaml"), BROKEN_ROUTE);
            Files.createDirectories(home.resolve("rules"));
            Files.writeString(home.resolve("rules/repayment.yaml"), CENTRE_LEADS);
            Files.createDirectories(home.resolve("rules/credit"));
            String enquiries = Files.readString(Path.of("src/main/resources/rules/credit/enquiry.yaml"));
            Files.writeString(home.resolve("rules/credit/enquiry.yaml"), enquiries.replace("from: \"08:00\", until: \"20:00\"", "from: \"00:00\", until: \"00:00\""));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The registry once more, as one that wants files inside its applications; its county is another. */
    private static void oneCall(Path home) throws IOException {
        copy(home.resolve("adapters/registry"), home.resolve("adapters/registry-one-call"));
        Path adapter = home.resolve("adapters/registry-one-call/adapter.yaml");
        Files.writeString(adapter, Files.readString(adapter)
                .replace("partner: registry\n", "partner: registry-one-call\n")
                .replace("/partners/registry", "/partners/registry-one-call")
                .replace("REGISTRY_URL", "REGISTRY_ONE_CALL_URL")
                .replaceAll("materials: \\{.*", "materials: {way: one-call, file: 4MiB, all: 8MiB}")
                .replace("{code: /2001,", "{code: /2001, max-request: 16MiB,")
                .replace("{code: /2011,", "{code: /2011, max-request: 16MiB,"));
    }

    /** The registry of the national form once more, in one of its editions, at an address of its own. */
    private static void edition(Path home, String edition) throws IOException {
        String upper = edition.toUpperCase(java.util.Locale.ROOT);
        copy(Path.of("adapters/registry-xml"), home.resolve("adapters/registry-" + edition));
        Path adapter = home.resolve("adapters/registry-" + edition + "/adapter.yaml");
        Files.writeString(adapter, quick(Files.readString(adapter))
                .replace("partner: registry-xml", "partner: registry-" + edition)
                .replace("/services/registry-xml", "/services/registry-" + edition)
                .replace("REGISTRY_XML_URL", "REGISTRY_" + upper + "_URL")
                .replace("in-force: R1", "in-force: " + upper));
    }

    /** The same as files both ways. */
    private static void byFiles(Path home, String edition) throws IOException {
        String partner = "registry-files-" + edition;
        edition(home, "files-" + edition);
        Path adapter = home.resolve("adapters/" + partner + "/adapter.yaml");
        String channels = "channels:\n  - {direction: in, kind: drop, address: files/" + partner + "/in}\n"
                + "  - {direction: out, kind: drop, address: files/" + partner + "/out, connect-timeout: 1s, reply-timeout: 300ms}\n\nsigning:";
        Files.writeString(adapter, Files.readString(adapter)
                .replace("in-force: FILES-", "in-force: ")
                .replace("reply-timeout: 60s", "reply-timeout: 300ms")
                .replaceAll("(?s)channels:.*?\nsigning:", channels)
                .replace("framing: soap-body", "framing: file-document")
                .replaceAll("(?s)  soap:\n.*?  unexpected:", "  unexpected:")
                .replaceAll("(?s)    LEGACY:.*?\n\nwire:", "\nwire:"));
    }

    /** The registry of the national form once more, as one that asks for WS-Security. */
    private static void signedEnvelopes(Path home) throws IOException {
        copy(Path.of("adapters/registry-xml"), home.resolve("adapters/registry-signed"));
        Path adapter = home.resolve("adapters/registry-signed/adapter.yaml");
        Files.writeString(adapter, Files.readString(adapter)
                .replace("partner: registry-xml", "partner: registry-signed")
                .replace("/services/registry-xml", "/services/registry-signed")
                .replace("repeat-answer: same-bytes", "repeat-answer: rewrapped")
                .replace("    action: urn:jinqiao:registration:submit", "    action: urn:jinqiao:registration:submit\n"
                        + "    security: {our-key: centre-rsa-sign, their-certificates: [registry-xml-rsa-sign], lifetime: 5m}"));
    }

    private static String quick(String adapter) {
        return adapter.replace("reply-timeout: 20s", "reply-timeout: 2s")
                .replace("first: 2s", "first: 300ms")
                .replace("every: 30s", "every: 300ms")
                .replace("every: 5s", "every: 300ms")
                .replace("enquiry: {after: 20s", "enquiry: {after: 500ms")
                .replace("enquiry: {after: 15s", "enquiry: {after: 500ms");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
