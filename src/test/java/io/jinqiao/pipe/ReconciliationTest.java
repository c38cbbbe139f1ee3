package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.ReconciliationResult;
import io.jinqiao.message.Reply;
import io.jinqiao.pipe.RunningGateway.OwnBankAt;
import io.jinqiao.repayment.ConfirmExplanation;
import io.jinqiao.repayment.ExplainDifference;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's book of a day through the whole gateway, and what comparing it came to, back in the bank's own form. */
class ReconciliationTest {

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void theBankIsToldTheDifferenceAndLaterThatTwoPeopleExplainedIt(String bank) throws Exception {
        RunningGateway gateway = RunningGateway.get();
        try (OwnBankAt own = gateway.ownBank(bank)) {
            explained(gateway, bank, own.bank());
        }
    }

    private static void explained(RunningGateway gateway, String bank, SimulatedPartner partner) throws Exception {
        LocalDate day = LocalDate.of(2003, 3, 3).plusDays(System.nanoTime() / 1_000_000 % 5_000);
        String no = "DZ" + System.nanoTime();
        InstalmentParts parts = new InstalmentParts(new Money(8_000), Money.ZERO, new Money(5_000), Money.ZERO, Money.ZERO, Money.ZERO);
        Reconciliation.Item receipt = new Reconciliation.Item(1, Reconciliation.Kind.RECEIPT, "NOBODYS", "HS1", "HS1", new Money(13_000), parts);
        Reconciliation statement =
                new Reconciliation(no, day, 1, 1, List.of(new Reconciliation.Total(Reconciliation.Kind.RECEIPT, 1, new Money(13_000))), List.of(receipt));
        SimulatedBranch branch = gateway.ownBranch(bank);
        Reply taken = say(branch, statement);
        assertThat(taken.isAccepted()).as(taken.toString()).isTrue();

        ReconciliationResult differs = await().atMost(Duration.ofMinutes(1)).until(() -> told(partner, no, ReconciliationResult.Outcome.DIFFERS), found -> found != null);
        assertThat(differs.differences()).singleElement().satisfies(one -> {
            assertThat(one.type()).isEqualTo(ReconciliationResult.Type.MISSING_AT_CENTRE);
            assertThat(one.owner()).isEqualTo(ReconciliationResult.Owner.CENTRE);
            assertThat(one.atBank()).isEqualTo(new Money(13_000));
        });
        String differenceNo = differs.differences().get(0).differenceNo();
        Capabilities routes = gateway.room(Capabilities.class);
        routes.run("reconciliation-explain", new ExplainDifference(differenceNo, "入账行误报", "anna"));
        routes.run("reconciliation-confirm", new ConfirmExplanation(differenceNo, true, "bert"));
        ReconciliationResult closed = await().atMost(Duration.ofMinutes(1)).until(() -> told(partner, no, ReconciliationResult.Outcome.EXPLAINED), found -> found != null);
        assertThat(closed.differences().get(0).explanation()).isEqualTo("入账行误报");

        Reconciliation again = new Reconciliation(no + "X", day, 1, 1, statement.totals(), statement.items());
        assertThat(((Reply.Rejected) say(branch, again)).problems()).extracting(Problem::code).containsExactly(FailureCode.RECONCILIATION_DAY_CLOSED);
    }

    private static ReconciliationResult told(SimulatedPartner bank, String statementNo, ReconciliationResult.Outcome outcome) {
        return bank.received(Operation.RECONCILIATION_RESULT, ReconciliationResult.class).stream()
                .filter(one -> one.statementNo().equals(statementNo) && one.outcome() == outcome)
                .findFirst()
                .orElse(null);
    }

    private static Reply say(SimulatedBranch branch, CanonicalMessage message) throws Exception {
        return branch.send(branch.write(message, new MessageId("BOOKS" + System.nanoTime()), Instant.now().truncatedTo(ChronoUnit.SECONDS))).reply();
    }
}
