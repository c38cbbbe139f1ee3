package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation.Direction;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fault of ours in mapping, characters, framing, sealing or signing is refused by the bank's own implementation, where our engine in reverse
 * would have made and unmade it.
 */
class OwnFaultsShowTest {
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());
    private static final MessageId ID = new MessageId("FAULT0001");

    @TempDir
    Path work;

    /** @param told what the bank complains of */
    record Fault(String partner, String file, String from, String to, String operation, Outcome told) {
        @Override
        public String toString() {
            return partner + " " + file + ": " + to;
        }
    }

    static List<Fault> faults() {
        String notice = "decision-notice";
        String opinion = "approval-opinion";
        String returned = "application-returned";
        String descriptor = "adapter.yaml";
        return List.of(
                new Fault("icbc", descriptor, "our-user-id: \"1234567812345678\"", "our-user-id: \"1234567812345679\"", notice, Outcome.SIGNATURE),
                new Fault("icbc", descriptor, "form: raw", "form: der", notice, Outcome.SIGNATURE),
                new Fault("icbc", descriptor, "text: base64", "text: hex", notice, Outcome.SIGNATURE),
                new Fault("icbc", descriptor, "our-key: centre-sm2-sign", "our-key: centre-seal-sm2", notice, Outcome.SIGNATURE),
                new Fault("icbc", descriptor, "out: \"10000000000000203001\"", "out: \"10000000000000203002\"", notice, Outcome.ENVELOPE),
                new Fault("icbc", descriptor, "@Asia/Shanghai", "@UTC", notice, Outcome.TIME),
                new Fault("icbc", "mapping/decision-notice.yaml", "their: notice_no", "their: notice_nr", notice, Outcome.FIELD),
                new Fault("icbc", "mapping/decision-notice.yaml", "\"money:yuan-2\"", "\"money:fen\", remark: \"a reason\"", notice, Outcome.FIELD),
                new Fault("icbc", "mapping/approval-opinion.yaml", "kind: number, ", "", opinion, Outcome.FIELD),
                new Fault("icbc", "mapping/approval-opinion.yaml", "date:yyyyMMdd", "date:yyyy-MM-dd", opinion, Outcome.FIELD),
                new Fault("abc", descriptor, "charset: GBK", "charset: UTF-8", returned, Outcome.ENVELOPE),
                new Fault("abc", descriptor, "digits-then-blanks", "zeros-then-digits", notice, Outcome.ENVELOPE),
                new Fault("abc", descriptor, "counts: message", "counts: header-and-message", notice, Outcome.ENVELOPE),
                new Fault("abc", descriptor, "our-user-id: \"1234567812345678\"", "our-user-id: abc-direct-link", notice, Outcome.SIGNATURE),
                new Fault("abc", "mapping/decision-notice.yaml", "\"money:yuan-2\"", "\"money:wan-yuan-4\", remark: \"a reason\"", notice, Outcome.FIELD),
                new Fault("abc", "mapping/application-returned.yaml", "their: DueDate", "their: DueDay", returned, Outcome.FIELD),
                new Fault("ccb", descriptor, "charset: GB18030", "charset: UTF-8", returned, Outcome.ENVELOPE),
                new Fault("ccb", descriptor, "field: requestXml", "field: requestXML", notice, Outcome.ENVELOPE),
                new Fault("ccb", descriptor, "our-user-id: \"1234567812345678\"", "our-user-id: \"\"", notice, Outcome.SIGNATURE),
                new Fault("ccb", "mapping/code-tables.yaml", "\"P\": approved, \"R\": rejected", "\"A\": approved, \"R\": rejected", notice, Outcome.FIELD),
                new Fault("ccb", "mapping/approval-opinion.yaml", "their: LOAN.RATE_VERSION", "their: RATE_VERSION", opinion, Outcome.FIELD),
                new Fault("psbc", descriptor, "order: c1c2c3", "order: c1c3c2", notice, Outcome.ENVELOPE),
                new Fault("psbc", descriptor, "wrapping: with-04", "wrapping: without-04", notice, Outcome.ENVELOPE),
                new Fault("psbc", descriptor, "their-certificate: psbc-sm2-envelope", "their-certificate: icbc-sm2-envelope", notice, Outcome.ENVELOPE),
                new Fault("psbc", descriptor, "our-user-id: \"GJJ0000000000203001\"", "our-user-id: \"1234567812345678\"", notice, Outcome.SIGNATURE),
                new Fault("psbc", descriptor, "text: hex-r-hash-s", "text: base64", notice, Outcome.SIGNATURE),
                new Fault("psbc", "mapping/application-returned.yaml", "their: itemList", "their: items", returned, Outcome.FIELD),
                new Fault("psbc", "mapping/decision-notice.yaml", "date:yyyyMMdd", "date:ddMMyyyy", notice, Outcome.FIELD));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theBankRefusesWhatOurFaultMadeOfAGoodMessage(Fault fault) throws Exception {
        CanonicalMessage good = CentreEngine.samples(fault.partner(), Direction.FROM_CENTRE).stream()
                .map(CentreEngine.Said::message)
                .filter(m -> m.operation().id().equals(fault.operation()))
                .findFirst()
                .orElseThrow();
        try (BankLedger ledger = new BankLedger(work.resolve("ledger"))) {
            Examples none = asked -> {
                throw new AssertionError("no example is asked for");
            };
            Family family = Objects.requireNonNull(Family.of(fault.partner()));
            Desk desk = new Desk(family.wire().apply(Chair.BANK, KEYS), Receipts::ofTheBank, none, new Moods(), ledger, new InTray(work.resolve("tray")), line -> { });
            try {
                desk.take(spoilt(fault).ask(good, ID));
            } catch (NotUnderstood atTheFrame) {
                desk.refuse(atTheFrame);
            }
            assertThat(ledger.entries()).hasSize(1);
            assertThat(ledger.entries().get(0).what()).isEqualTo("not-understood");
            assertThat(ledger.entries().get(0).outcome()).startsWith(fault.told().name());
        }
    }

    private static CentreEngine spoilt(Fault fault) {
        MemoryFolders folders = new MemoryFolders().replace("adapters/" + fault.partner() + "/" + fault.file(), fault.from(), fault.to());
        Folders.Read read = new Folders(folders).read(ShippedFolders.DEFAULTS, ShippedFolders.CLOCK);
        assertThat(read.problems()).isEmpty();
        return new CentreEngine(Objects.requireNonNull(read.dialects().get(fault.partner())));
    }
}
