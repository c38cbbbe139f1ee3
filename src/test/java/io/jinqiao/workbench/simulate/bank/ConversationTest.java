package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Operation.Direction;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product and each bank's own implementation, which share nothing but the centre's words, understand each other. */
class ConversationTest {
    private static final List<String> BANKS = List.of("icbc", "abc", "ccb", "psbc");
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());
    private static final Map<String, Examples> EXAMPLES = new ConcurrentHashMap<>();
    private static final MessageId ID = new MessageId("TALK0001");

    @TempDir
    Path work;

    private final Moods moods = new Moods();

    static List<CentreEngine.Said> toTheBank() {
        return CentreEngine.each(BANKS, p -> CentreEngine.samples(p, Direction.FROM_CENTRE)).stream().filter(said -> receipted(said)).toList();
    }

    /** What the bank answers with more than a receipt, and what both sides may begin. */
    static List<CentreEngine.Said> answeredByExample() {
        return Stream.of(Direction.FROM_CENTRE, Direction.BOTH)
                .flatMap(direction -> CentreEngine.each(BANKS, p -> CentreEngine.samples(p, direction)).stream())
                .filter(said -> !(receipted(said) && said.message().operation().direction() == Direction.FROM_CENTRE) && said.message().operation() != Operation.STATUS_ENQUIRY)
                .filter(said -> said.message().operation().direction() == Direction.FROM_CENTRE || said.name().endsWith("by-the-centre"))
                .toList();
    }

    private static boolean receipted(CentreEngine.Said said) {
        return Contents.RECEIPT.equals(Contents.reply(said.message().operation()));
    }

    private static boolean known(CentreEngine.Said said) {
        return Contents.request(said.message().operation()) != null;
    }

    static List<CentreEngine.Said> toTheCentre() {
        return CentreEngine.each(BANKS, p -> CentreEngine.samples(p, Direction.TO_CENTRE)).stream().filter(said -> known(said)).toList();
    }

    @ParameterizedTest
    @MethodSource("toTheBank")
    void theBankUnderstandsWhatTheCentreSaysAndIsUnderstood(CentreEngine.Said said) throws Exception {
        CentreEngine centre = centre(said.partner());
        Operation operation = said.message().operation();
        InTray tray = new InTray(work.resolve("received"));
        try (BankLedger ledger = new BankLedger(work.resolve("ledger"))) {
            Desk desk = desk(said.partner(), ledger, tray);
            Reply reply = centre.read(operation, ID, desk.take(centre.ask(said.message(), ID)).packet());

            assertThat(ledger.entries()).as("the bank's book").noneMatch(e -> e.what().equals("not-understood"));
            assertThat(tray.all(operation, CanonicalMessage.class)).containsExactly(said.message());
            assertThat(((Reply.Accepted) reply).content().text("receiptNo")).isEqualTo("R" + ID.value());
            assertThat(((Reply.Accepted) reply).content().text("receivedAt")).isNotNull();

            StatusEnquiry enquiry = new StatusEnquiry(ID.value(), operation);
            MessageId asking = new MessageId("TALK0002");
            assertThat(centre.readEnquiry(operation, asking, desk.take(centre.ask(enquiry, asking)).packet())).isInstanceOf(Reply.Accepted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("answeredByExample")
    void whatAsksForMoreThanAReceiptIsReadAndAnsweredAsTheFolderSays(CentreEngine.Said said) throws Exception {
        CentreEngine centre = centre(said.partner());
        Operation operation = said.message().operation();
        Family family = Objects.requireNonNull(Family.of(said.partner()));
        InTray tray = new InTray(work.resolve("received"));
        try (BankLedger ledger = new BankLedger(work.resolve("ledger"))) {
            Wire wire = family.wire().apply(Chair.BANK, KEYS);
            Sources sources = new Sources(Path.of("."), ConversationTest.class.getClassLoader());
            Examples examples = EXAMPLES.computeIfAbsent(said.partner(), p -> Examples.of(family, wire, sources, Path.of("target/stubs-of", p)));
            Desk desk = new Desk(wire, Receipts::ofTheBank, examples, moods, ledger, tray, line -> { });
            Reply reply = centre.read(operation, ID, desk.take(centre.ask(said.message(), ID)).packet());
            assertThat(tray.all(operation, CanonicalMessage.class)).as(ledger.entries().toString()).containsExactly(said.message());
            assertThat(reply).as(ledger.entries().toString()).isInstanceOf(Reply.Accepted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("toTheCentre")
    void theCentreUnderstandsWhatTheBranchSaysAndIsUnderstood(CentreEngine.Said said) throws Exception {
        CentreEngine centre = centre(said.partner());
        OwnBranch branch = OwnBranch.of(said.partner(), KEYS, 0);
        var letter = branch.write(said.message(), ID, Instant.now());
        Packet packet = new Packet(letter.path(), letter.headers().get("Content-Type"), letter.body());

        assertThat(centre.understood(packet)).isEqualTo(said.message());
        var answer = branch.read(letter, centre.take(packet, said.reply()));
        assertThat(answer.verified()).isTrue();
        assertThat(words(answer.reply())).isEqualTo(words(said.reply()));
    }

    /** What a refusal asks for (limits, alternatives) is in its text only. */
    private static Object words(Reply reply) {
        return reply instanceof Reply.Rejected rejected ? rejected.problems().stream().map(p -> p.code() + " " + p.field()).toList() : reply;
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void refusesIsBusyAndSignsBadlyAsTold(String partner) throws Exception {
        CentreEngine centre = centre(partner);
        CanonicalMessage notice = toTheBank().stream().filter(said -> said.partner().equals(partner)).findFirst().orElseThrow().message();
        try (BankLedger ledger = new BankLedger(work.resolve("ledger"))) {
            Desk desk = desk(partner, ledger, new InTray(work.resolve("received")));

            moods.behave(notice.operation(), Behaviour.REFUSE);
            assertThat(centre.read(notice.operation(), ID, desk.take(centre.ask(notice, ID)).packet())).isInstanceOf(Reply.Rejected.class);

            moods.behave(notice.operation(), Behaviour.IN_PROCESS);
            Reply busy = centre.read(notice.operation(), ID, desk.take(centre.ask(notice, ID)).packet());
            assertThat(((Reply.Unknown) busy).cause()).isEqualTo(Reply.Cause.IN_PROCESS);

            moods.behave(notice.operation(), Behaviour.BAD_SIGNATURE);
            Packet unsigned = desk.take(centre.ask(notice, ID)).packet();
            assertThatThrownBy(() -> centre.read(notice.operation(), ID, unsigned))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("does not verify");

            StatusEnquiry enquiry = new StatusEnquiry("NEVER", notice.operation());
            Reply never = centre.readEnquiry(notice.operation(), ID, desk.take(centre.ask(enquiry, ID)).packet());
            assertThat(((Reply.Rejected) never).problems().get(0).code().code()).isEqualTo("once.message_unknown");
        }
    }

    private Desk desk(String partner, BankLedger ledger, InTray tray) {
        Examples none = asked -> {
            throw new AssertionError("no example is asked for");
        };
        return new Desk(Family.of(partner).wire().apply(Chair.BANK, KEYS), Receipts::ofTheBank, none, moods, ledger, tray, line -> { });
    }

    private static CentreEngine centre(String partner) {
        return new CentreEngine(ShippedFolders.dialect(partner));
    }
}
