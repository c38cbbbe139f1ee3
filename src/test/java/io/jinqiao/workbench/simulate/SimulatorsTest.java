package io.jinqiao.workbench.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulators over their real lines, steered while they run. */
class SimulatorsTest {
    @TempDir
    Path home;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void playsTheCentreForABankThatTriesItsBranch(String partner) throws Exception {
        Simulators simulators = new Simulators(home, TestIdentities.made());
        try (SimulatedPartner centre = simulators.centre(partner, 0, lines::add).start()) {
            OwnBranch branch = simulators.branch(partner, centre.port());
            LoanApplication application = InventedApplications.application("TRY", 7, LocalDate.now());
            Reply accepted = say(branch, "TRY1", application);
            assertThat(((Reply.Accepted) accepted).content().text("acceptanceNo")).isEqualTo("SL" + application.applicationNo());
            assertThat(say(branch, "TRY2", new StatusEnquiry("TRY1", Operation.LOAN_APPLICATION))).isEqualTo(accepted);
            assertThat(say(branch, "TRY3", new ApplicationWithdrawal("TRY000007", "另行选房", "T1"))).isInstanceOf(Reply.Accepted.class);
            assertThat(centre.received(Operation.LOAN_APPLICATION, LoanApplication.class)).containsExactly(application);
            assertThat(lines.get(0)).isEqualTo("loan-application TRY1 TRY000007 → ok");
        }
    }

    @Test
    void behavesAsTheControlPortSaysForOneOperationOneKeyAndOnce() throws Exception {
        Simulators simulators = new Simulators(home, TestIdentities.made());
        try (SimulatedPartner centre = simulators.centre("icbc", 0, lines::add).start();
                ControlPort control = ControlPort.open(0, centre)) {
            OwnBranch branch = simulators.branch("icbc", centre.port());
            assertThat(post(control, "/behave?as=refuse&operation=application-withdrawal&key=A1&times=1").statusCode()).isEqualTo(200);

            assertThat(say(branch, "C1", new ApplicationWithdrawal("A2", "另行选房", "T1"))).isInstanceOf(Reply.Accepted.class);
            assertThat(say(branch, "C2", new ApplicationWithdrawal("A1", "另行选房", "T1"))).isInstanceOf(Reply.Rejected.class);
            assertThat(say(branch, "C3", new ApplicationWithdrawal("A1", "另行选房", "T1"))).isInstanceOf(Reply.Accepted.class);

            post(control, "/behave?as=half");
            assertThatThrownBy(() -> say(branch, "C4", new ApplicationWithdrawal("A3", "另行选房", "T1"))).isInstanceOf(IOException.class);
            post(control, "/calm");
            assertThat(say(branch, "C5", new ApplicationWithdrawal("A4", "另行选房", "T1"))).isInstanceOf(Reply.Accepted.class);
            assertThat(get(control, "/ledger").body()).contains("\"refused\"", "\"C2\"");
        }
    }

    @Test
    void theControlPortSaysWhatItKnowsWhenItIsAskedForSomethingElse() throws Exception {
        try (SimulatedPartner bank = new Simulators(home, TestIdentities.made()).bank("ccb", 0, lines::add);
                ControlPort control = ControlPort.open(0, bank)) {
            assertThat(post(control, "/behave?as=sulky").statusCode()).isEqualTo(400);
            assertThat(post(control, "/behave?as=ok&operation=loan").body()).contains("loan-application");
            assertThat(post(control, "/dance").statusCode()).isEqualTo(404);
            assertThat(post(control, "/dance").body()).contains("POST /behave");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/file?as=ok&rows=300000000, 'rows=300000000', from 1 to 100000",
        "/file?as=ok&rows=100001, 'rows=100001', from 1 to 100000",
        "/file?as=ok&rows=-3, 'rows=-3', from 1 to 100000",
        "/file?as=ok&rows=x, 'rows=x', from 1 to 100000",
        "/file?as=ok&day=2026-99-99, 'day=2026-99-99', a day there is",
        "/behave?as=silent&times=0, 'times=0', from 1 to 1000000",
        "/behave?as=silent&times=-1, 'times=-1', from 1 to 1000000",
    })
    void theControlPortNamesTheLimitOfANumberOrADayNobodyCanUse(String order, String said, String limit) throws Exception {
        DevelopmentCertificates identities = TestIdentities.made();
        try (FileSide files = FileSide.of("icbc", identities, home, home, 0, lines::add).orElseThrow();
                SimulatedPartner bank = new Simulators(home, identities).bank("icbc", 0, lines::add);
                ControlPort control = ControlPort.open(0, bank, files)) {
            HttpResponse<String> answer = post(control, order);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains(said, limit).doesNotContain("For input string");
            assertThat(lines).isEmpty();
        }
    }

    private static Reply say(OwnBranch branch, String id, CanonicalMessage message) throws Exception {
        SimulatedBranch.Answer answer = branch.send(branch.write(message, new MessageId(id), Instant.now()));
        assertThat(answer.verified()).isTrue();
        return answer.reply();
    }

    private static HttpResponse<String> post(ControlPort control, String path) throws Exception {
        return send(control, path, "POST");
    }

    private static HttpResponse<String> get(ControlPort control, String path) throws Exception {
        return send(control, path, "GET");
    }

    private static HttpResponse<String> send(ControlPort control, String path, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + control.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
