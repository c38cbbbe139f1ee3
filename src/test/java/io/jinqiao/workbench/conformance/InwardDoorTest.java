package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's branch, built on its own, calls through the door that conformance opens. */
class InwardDoorTest {
    private static final ApplicationWithdrawal MESSAGE = new ApplicationWithdrawal("TRY000007", "另行选房", "T1");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "psbc"})
    void whatTheBankSentIsCheckedAndTheRestIsListedAsNotRun(String partner) throws Exception {
        Dialect centre = ShippedFolders.dialect(partner);
        try (SigningRoom room = TestIdentities.room("centre")) {
            InwardDesk desk = new InwardDesk(centre, room, answers(partner, centre), Clock.systemUTC());
            Channel in = centre.descriptor().channel(Channel.Direction.IN).orElseThrow();
            try (InwardDoor door = InwardDoor.open(in, centre.descriptor().frame(), room, 0, centre.descriptor().largestRequest(), desk::take)) {
                OwnBranch branch = new Simulators(home, TestIdentities.made()).branch(partner, door.port());
                Answer good = branch.send(branch.write(MESSAGE, new MessageId("DOOR1"), Instant.now()));
                assertThat(good.verified()).isTrue();
                assertThat(good.reply()).isInstanceOf(Reply.Accepted.class);
                Letter strange = branch.write(MESSAGE, new MessageId("DOOR2"), Instant.now(), "otherbank-sm2-sign", text -> text);
                assertThat(branch.send(strange).reply()).isInstanceOf(Reply.Rejected.class);
            }
            assertThat(desk.visits().get(0).message()).isEqualTo(MESSAGE);

            List<Result> results = judged(partner, centre, desk.visits());
            assertThat(results.stream().filter(Result::passed)).hasSize(1);
            assertThat(results.stream().filter(Result::failed)).singleElement().satisfies(red -> {
                Finding finding = ((Outcome.Failed) red.outcome()).finding();
                assertThat(finding.found()).contains("signature.");
                assertThat(finding.bytes()).isNotEmpty();
                assertThat(finding.fix().english()).contains("their-user-id");
            });
            assertThat(results.stream().filter(r -> r.outcome() instanceof Outcome.NotRun)).hasSizeGreaterThan(10);
        }
    }

    private static List<Result> judged(String partner, Dialect centre, List<InwardDesk.Visit> visits) {
        Conformance conformance = Conformance.of(new MemoryFolders(), partner, result -> {});
        Findings findings = new Findings(conformance.agreement(), centre.descriptor().charset());
        new AgreedInward(centre, new AgreedTrials(conformance.recorder(), findings, conformance.agreement())).judge(visits);
        return conformance.results();
    }

    private static Map<Operation, Reply> answers(String partner, Dialect centre) {
        Map<Operation, Reply> answers = new EnumMap<>(Operation.class);
        Sample.of(centre, new Folders(new MemoryFolders()).files(partner)).stream()
                .filter(sample -> sample.name().startsWith("application-withdrawal.") && sample.reply().isAccepted())
                .forEach(sample -> answers.put(Operation.APPLICATION_WITHDRAWAL, sample.reply()));
        return answers;
    }
}
