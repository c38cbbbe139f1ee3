package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.Push;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Scans a bank sent in chunks, at a registry that takes files in parts; and the page it asks for later. */
class LoanScansAtTheRegistryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 1_000_000));

    private static RunningGateway gateway;
    private static OwnRegistry registry;

    private PaperLoan papers;
    private LoanApplication loan;
    private byte[] card;
    private byte[] contract;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        registry = gateway.registry.centreAt(gateway.room(Listening.class).port());
    }

    @BeforeEach
    void aLoanWithScans() {
        aLoanIn("99");
    }

    /** @param province first digits of the unit's number, by which its registry is found */
    private void aLoanIn(String province) {
        registry.moods().calm();
        registry.down(false);
        registry.pushes(Push.PROPER);
        card = bytes(2_400_000);
        contract = bytes(300_000);
        papers = PaperLoan.of("PAPER" + NUMBER.incrementAndGet() + "-", province, "identity-card", card);
        loan = papers.loan();
        papers.apply(gateway.context);
        papers.standsIn(registry);
        send("identity-card", card);
    }

    @Test
    void theRegistryHasEveryFileWholeAfterAnApplicationAndEachPartCameOnce() {
        String caseNo = filed();
        await().atMost(PATIENCE).until(() -> registry.files(caseNo).size() == 2);
        assertThat(registry.parts(caseNo)).containsExactly("loan-contract 1/1", "identity-card 1/3", "identity-card 2/3", "identity-card 3/3");
        await().atMost(PATIENCE).until(() -> states(caseNo).equals(List.of("loan-contract there 1", "identity-card there 3")));
        assertThat(gateway.room(JdbcTemplate.class).queryForList(
                        "SELECT kind FROM evidence_fact_record WHERE operation = 'registration-material' AND subject = ? AND kind = 'about-to-send'", String.class, caseNo))
                .hasSize(4);
    }

    @Test
    void inOneCallEveryFileIsInsideTheApplicationAndTheSupplement() throws Exception {
        aLoanIn("98");
        String caseNo = filed();
        assertThat(registry.files(caseNo)).containsExactlyInAnyOrder("loan-contract", "identity-card");
        registry.course(caseNo, Course.SUPPLEMENT);
        registry.nextDay();
        // whom the registry calls back is another folder: the poll finds it
        gateway.room(Capabilities.class).run("registration-rounds", new Rounds(Instant.now().plus(Duration.ofHours(5))));
        await().atMost(PATIENCE).until(() -> "supplement".equals(state(caseNo)));
        gateway.room(JdbcTemplate.class).update("UPDATE loan_loan SET security = 'submitted' WHERE application_no = ?", loan.applicationNo());
        byte[] page = bytes(200_000);
        run("application-supplement", new ApplicationSupplement("BJ" + NUMBER.incrementAndGet(), loan.applicationNo(), List.of(reference("mortgage-contract", page)), "补缺页"));
        send("mortgage-contract", page);
        await().atMost(PATIENCE).until(() -> registry.files(caseNo).size() == 3);
        assertThat(registry.parts(caseNo)).as("nothing follows in parts").isEmpty();
        assertThat(states(caseNo)).isEmpty();
        // over, so that no later day of this registry tells of it
        registry.course(caseNo, Course.REJECT);
        registry.nextDay();
        registry.nextDay();
    }

    /** An answer that is lost is asked about; a connection that cannot be made is made later. Neither sends a part twice that arrived. */
    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DEAF"})
    void anOutageInTheMiddleGoesOnWithTheNextPart(Behaviour behaviour) {
        registry.moods().order(Operation.REGISTRATION_MATERIAL, null, behaviour, 1);
        String caseNo = filed();
        await().atMost(PATIENCE).until(() -> registry.files(caseNo).size() == 2);
        assertThat(registry.parts(caseNo)).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void whatTheRegistryAsksForGoesToItFromTheBankAndTheCaseGoesOn() throws Exception {
        String caseNo = filed();
        await().atMost(PATIENCE).until(() -> registry.files(caseNo).size() == 2);
        registry.course(caseNo, Course.SUPPLEMENT);
        registry.nextDay();
        registry.nextDay();
        assertThat(state(caseNo)).as("nothing came").isEqualTo("supplement");
        // nobody approved this loan: it only has scans
        gateway.room(JdbcTemplate.class).update("UPDATE loan_loan SET security = 'submitted' WHERE application_no = ?", loan.applicationNo());
        byte[] page = bytes(200_000);
        run("application-supplement", new ApplicationSupplement("BJ" + NUMBER.incrementAndGet(), loan.applicationNo(), List.of(reference("mortgage-contract", page)), "补缺页"));
        send("mortgage-contract", page);
        await().atMost(PATIENCE).until(() -> registry.files(caseNo).size() == 3);
        registry.nextDay();
        assertThat(state(caseNo)).isEqualTo("accepted");
        registry.nextDay();
        assertThat(state(caseNo)).isEqualTo("registered");
    }

    private String filed() {
        papers.askForMortgage(gateway.context, "DY" + NUMBER.incrementAndGet(), reference("loan-contract", contract));
        send("loan-contract", contract);
        await().atMost(PATIENCE).until(() -> !cases().isEmpty());
        return cases().get(0);
    }

    private List<String> cases() {
        return gateway.room(JdbcTemplate.class).queryForList(
                "SELECT case_no FROM mortgage_fact_case WHERE application_no = ? AND registry_no IS NOT NULL", String.class, loan.applicationNo());
    }

    private static List<String> states(String caseNo) {
        return gateway.room(JdbcTemplate.class)
                .queryForList("SELECT kind || ' ' || state || ' ' || taken FROM mortgage_fact_material WHERE case_no = ? ORDER BY place", String.class, caseNo);
    }

    private static String state(String caseNo) {
        return gateway.room(JdbcTemplate.class).queryForObject("SELECT state FROM mortgage_fact_case WHERE case_no = ?", String.class, caseNo);
    }

    private void send(String kind, byte[] scan) {
        papers.send(gateway.context, kind, scan);
    }

    private static void run(String route, CanonicalMessage message) {
        PaperLoan.run(gateway.context, route, message);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(NUMBER.incrementAndGet()).nextBytes(bytes);
        return bytes;
    }

    private static AttachmentRef reference(String kind, byte[] scan) {
        return new AttachmentRef(kind, Digest.of(scan), scan.length);
    }
}
