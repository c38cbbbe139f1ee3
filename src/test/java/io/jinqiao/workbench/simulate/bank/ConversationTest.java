package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Operation.Direction;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product and each bank's own implementation, which share nothing but the centre's words, understand each other. */
class ConversationTest {
    private static final List<String> BANKS = List.of("icbc", "abc", "ccb", "psbc");
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());
    private static final MessageId ID = new MessageId("TALK0001");

    @TempDir
    Path work;

    private final Moods moods = new Moods();

    static List<CentreEngine.Said> toTheBank() {
        return CentreEngine.each(BANKS, p -> CentreEngine.samples(p, Direction.FROM_CENTRE));
    }

    static List<CentreEngine.Said> toTheCentre() {
        return CentreEngine.each(BANKS, p -> CentreEngine.samples(p, Direction.TO_CENTRE));
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
        CanonicalMessage notice = CentreEngine.samples(partner, Direction.FROM_CENTRE).get(0).message();
        try (BankLedger ledger = new BankLedger(work.resolve("ledger"))) {
            Desk desk = desk(partner, ledger, new InTray(work.resolve("received")));

            moods.behave(notice.operation(), Behaviour.REFUSE);
            assertThat(centre.read(notice.operation(), ID, desk.take(centre.ask(notice, ID)).packet())).isInstanceOf(Reply.Rejected.class);

            moods.behave(notice.operation(), Behaviour.IN_PROCESS);
            Reply busy = centre.read(notice.operation(), ID, desk.take(centre.ask(notice, ID)).packet());
            assertThat(((Reply.Unknown) busy).cause()).isEqualTo(Reply.Cause.IN_PROCESS);

            moods.behave(notice.operation(), Behaviour.BAD_SIGNATURE);
            Packet unsigned = desk.take(centre.ask(notice, ID)).packet();
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> centre.read(notice.operation(), ID, unsigned))
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
        return new Desk(Family.of(partner).wire().apply(Chair.BANK, KEYS), none, moods, ledger, tray, line -> { });
    }

    private static CentreEngine centre(String partner) {
        return new CentreEngine(ShippedFolders.dialect(partner));
    }
}
