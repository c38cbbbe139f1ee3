package io.jinqiao.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.Jinqiao;
import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.console.Callers;
import io.jinqiao.console.Role;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.check.CatalogueCheck;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.DevelopmentProfile;
import io.jinqiao.workbench.partner.NewPartnerCommand;
import io.jinqiao.workbench.partner.SamplesCommand;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.mirror.MirroredLineBranch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** A bank of our own invention: a folder of data, its own names, codes and charset, no Java; and a loan through it. */
class FifthBankTest {
    private static final String BANK = "harbour-bank";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path home;

    @Test
    void aLoanWalksEndToEndThroughABankThatIsAFolderOnly() throws Exception {
        invent();
        try (DevelopmentHouse house = DevelopmentHouse.open(home)) {
            int console = DevelopmentHouse.freePort();
            int bankPort = DevelopmentHouse.freePort();
            try (ConfigurableApplicationContext gateway = gateway(house, console, bankPort);
                    SimulatedPartner bank = new Simulators(home, house.certificates()).bank(BANK, bankPort, line -> {}).start();
                    SigningRoom chair = house.chairOf(BANK)) {
                Standings.open(gateway, new PartnerId(BANK));
                seal(house, gateway, "http://127.0.0.1:" + console);
                StandInCore core = new StandInCore(api(gateway, console, Role.REVIEWER), api(gateway, console, Role.APPROVER));
                Thread deciding = new Thread(core, "stand-in-core");
                deciding.setDaemon(true);
                deciding.start();
                walk(gateway, bank, chair);
                core.stop();
            }
        }
    }

    private void walk(ConfigurableApplicationContext gateway, SimulatedPartner bank, SigningRoom chair) throws Exception {
        Dialect dialect = gateway.getBean(Catalogue.class).partner(new PartnerId(BANK)).orElseThrow();
        assertThat(dialect.descriptor().charset().name()).isEqualTo("GB18030");
        int port = gateway.getBean(Listening.class)
                .port(new PartnerId(BANK), dialect.descriptor().channel(Channel.Direction.IN).orElseThrow());
        SimulatedBranch branch = new MirroredLineBranch(dialect, chair, BANK + "-tls-client", port);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        LoanApplication application = InventedApplications.application("HARBOUR", 1, today);
        SimulatedBranch.Letter letter = branch.write(application, id(1), Instant.now());
        String wire = new String(letter.body(), "GB18030");
        assertThat(wire).contains("<LoanAppNumber>" + application.applicationNo()).contains("<LoanType>L1</LoanType>").contains("HBNK02");
        accepted(branch.send(letter));
        for (String kind : Scan.KINDS) {
            Scan scan = Scan.of(kind, 1);
            accepted(say(branch, kind.hashCode(), new Attachment(
                    application.applicationNo(), kind, scan.reference().digest(), scan.bytes().length, 1, 1,
                    Base64.getEncoder().encodeToString(scan.bytes()))));
        }
        await().atMost(PATIENCE).until(() -> bank.received(Operation.APPROVAL_OPINION, ApprovalOpinion.class).size() == 1);
        await().atMost(PATIENCE).until(() -> bank.received(Operation.DECISION_NOTICE, DecisionNotice.class).size() == 1);
        ApprovalOpinion opinion = bank.received(Operation.APPROVAL_OPINION, ApprovalOpinion.class).get(0);
        assertThat(opinion.applicationNo()).isEqualTo(application.applicationNo());
        assertThat(opinion.amount()).isEqualTo(application.terms().amount());
        accepted(say(branch, 2, new OpinionPrinted("P1", application.applicationNo(), opinion.opinionNo(), 2, "T1001", Instant.parse("2026-11-26T02:03:04Z"))));
        accepted(say(branch, 3, new ContractSigned(
                "JK1", application.applicationNo(), opinion.opinionNo(), application.borrower().identity().number(), opinion.amount(),
                opinion.months(), opinion.rateVersion(), application.accounts().payeeAccountNo(), today)));
    }

    /** The fifth folder: made, then edited as an engineer would, with no word of Java. */
    private void invent() throws IOException {
        run(new NewPartnerCommand(), BANK, "--like", "abc");
        Path folder = home.resolve("adapters").resolve(BANK);
        edit(folder, "adapter.yaml", "charset: GBK", "charset: GB18030");
        edit(folder, "adapter.yaml", "CHFD", "HBNK");
        edit(folder, "mapping", "their: AppNo,", "their: LoanAppNumber,");
        edit(folder, "schema", "name=\"AppNo\"", "name=\"LoanAppNumber\"");
        edit(folder, "mapping/code-tables.yaml", "{\"01\": fund, \"02\": combined", "{\"L1\": fund, \"L2\": combined");
        edit(folder, "mapping/code-tables.yaml", "CHFD", "HBNK");
        edit(folder, "codes.yaml", "code: \"0000\"", "code: \"AAAA\"");
        run(new SamplesCommand(), BANK);
        Sources sources = new Sources(home, FifthBankTest.class.getClassLoader());
        assertThat(new CatalogueCheck(sources, Clock.systemUTC()).run(BANK).problems()).isEmpty();
    }

    private void run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--home", home.toString())).toArray(String[]::new);
        assertThat(new CommandLine(command).setOut(new PrintWriter(out)).execute(all)).as(out.toString()).isZero();
    }

    private static void edit(Path folder, String where, String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(where))) {
            List<Path> with = files.filter(Files::isRegularFile).filter(file -> text(file).contains(from)).toList();
            for (Path file : with) {
                Files.writeString(file, text(file).replace(from, to));
            }
            assertThat(with).as(where + " has " + from).isNotEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext gateway(DevelopmentHouse house, int console, int bankPort) {
        Map<String, Object> settings = house.settings();
        settings.put("server.port", console);
        settings.put("jinqiao.partners.port", "0");
        settings.put("HARBOUR_BANK_ADDRESS", "localhost:" + bankPort);
        settings.put("jinqiao.loan.assumptions", "workbench/assumed-limits.yaml");
        return Jinqiao.application(DevelopmentProfile.class)
                .run(settings.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue()).toArray(String[]::new));
    }

    private static void seal(DevelopmentHouse house, ConfigurableApplicationContext gateway, String base) {
        Callers callers = gateway.getBean(Callers.class);
        try (SigningRoom works = house.chairOf("sealmaker")) {
            Sealing.prepare(
                    works,
                    gateway.getBean(Keys.class).get("centre-seal-sm2").certificate(),
                    new Api(base, callers.issue("seal-keeper", Set.of(Role.ADMINISTRATOR), "test")),
                    new Api(base, callers.issue("seal-approval", Set.of(Role.APPROVER), "test")));
        }
    }

    private static Api api(ConfigurableApplicationContext gateway, int console, Role role) {
        return new Api("http://127.0.0.1:" + console, gateway.getBean(Callers.class).issue("core-" + role.name().toLowerCase(java.util.Locale.ROOT), Set.of(role), "test"));
    }

    private static SimulatedBranch.Answer say(SimulatedBranch branch, int number, CanonicalMessage message) throws Exception {
        return branch.send(branch.write(message, id(number), Instant.now()));
    }

    private static void accepted(SimulatedBranch.Answer answer) {
        assertThat(answer.verified()).isTrue();
        assertThat(answer.reply()).isInstanceOf(Reply.Accepted.class);
    }

    private static MessageId id(int number) {
        return new MessageId("HARBOUR" + Integer.toUnsignedString(number));
    }
}
