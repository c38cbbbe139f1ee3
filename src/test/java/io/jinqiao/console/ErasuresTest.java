package io.jinqiao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.console.facts.EndedFacts;
import io.jinqiao.console.facts.RelatedFacts;
import io.jinqiao.evidence.Entries;
import io.jinqiao.evidence.JournalCheck;
import io.jinqiao.evidence.JournalFixture;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When the period has run out two people make what was said of a person unreadable, and the proof stays whole. */
class ErasuresTest {
    private static final Actor LIN = actor("lin");
    private static final Actor SHEN = actor("shen");
    private static final Subject REJECTED = Entries.subject("A-REJECTED");
    private static final Subject TOLD = Entries.subject("A-TOLD");
    private static final Subject RUNNING = Entries.subject("A-RUNNING");
    private static final Subject SETTLED = Entries.subject("A-SETTLED");

    @TempDir
    static Path home;

    private static HikariDataSource database;
    private static JdbcClient db;
    private static JournalFixture node;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        db = JdbcClient.create(database);
        node = new JournalFixture(database, home);
        FactTables.fill(database);
        db.sql("DROP TABLE evidence_fact_record").update();
        db.sql("CREATE VIEW evidence_fact_record AS SELECT * FROM evidence_record").update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void threeApplicationsLastTouchedOnTheFirstOfJune2020() {
        db.sql("TRUNCATE loan_fact_loan, loan_fact_event, console_erasure").update();
        loan(REJECTED, "rejected");
        loan(RUNNING, "repaying");
        loan(SETTLED, "settled");
    }

    @Test
    void isDueTheDayAfterTheLongestPeriodOfHowItEnded() {
        assertThat(on("2025-06-01").due()).isEmpty();
        assertThat(on("2025-06-02").due()).extracting(Erasures.Due::subject).containsExactly(REJECTED);
        assertThat(on("2050-06-01").due()).extracting(Erasures.Due::subject).containsExactly(REJECTED);
        assertThat(on("2050-06-02").due()).extracting(Erasures.Due::subject).containsExactly(REJECTED, SETTLED);
    }

    @Test
    void whatMustBeKeptCannotEvenBeProposed() {
        assertThat(refusal(() -> on("2025-06-01").propose(REJECTED, "old", LIN))).isEqualTo(FailureCode.RETENTION_RUNNING);
        assertThat(refusal(() -> on("2099-01-01").propose(RUNNING, "old", LIN))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        assertThat(refusal(() -> on("2099-01-01").propose(Entries.subject("nobody"), "old", LIN))).isEqualTo(FailureCode.LOAN_UNKNOWN);
        assertThat(on("2099-01-01").all()).isEmpty();
    }

    @Test
    void twoPeopleEraseAndTheChainStillVerifiesWhileNobodyCanReadWhatWasSaid() {
        loan(TOLD, "withdrawn");
        RecordId record = node.journal.append(Entries.received("a person", "A-TOLD"));
        RecordId other = node.journal.append(Entries.received("another person", "A-OTHER"));
        node.watch.link();
        node.sealer.seal();
        long erasedBefore = node.check().check().erased();
        Erasures erasures = on("2040-01-01");
        Erasures.Erasure proposal = erasures.propose(TOLD, "the period has run out", LIN);
        assertThat(node.journal.bytes(record)).as("a proposal erases nothing").isEqualTo(Entries.bytes("a person"));
        assertThat(refusal(() -> erasures.confirm(proposal.id(), actor("ＬＩＮ")))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(node.journal.bytes(record)).isEqualTo(Entries.bytes("a person"));

        Erasures.Erasure done = erasures.confirm(proposal.id(), SHEN);

        assertThat(done.keys()).isPositive();
        assertThat(done.confirmedBy()).isEqualTo("shen");
        assertThatThrownBy(() -> node.journal.bytes(record)).hasMessageContaining("erased");
        assertThat(node.journal.bytes(other)).isEqualTo(Entries.bytes("another person"));
        JournalCheck.Report report = node.check().check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.erased()).isEqualTo(erasedBefore + 1);
        assertThat(audit().latest(2)).extracting(Audit.Line::act).containsExactly("erasure-done", "erasure-proposed");
        assertThat(audit().latest(2)).extracting(Audit.Line::who).containsExactly("shen", "lin");
        assertThat(erasures.due()).as("it is not asked for twice").extracting(Erasures.Due::subject).doesNotContain(TOLD);
        assertThat(refusal(() -> erasures.confirm(proposal.id(), SHEN))).isEqualTo(FailureCode.PERSONAL_DATA_ERASED);
    }

    /** A registry is told of no loan: its messages lie under the numbers of cases and questions. */
    @Test
    void whatWasSaidToARegistryIsErasedWithTheApplicationItWasSaidFor() {
        Subject application = Entries.subject("A-CASE");
        loan(application, "rejected");
        RecordId filed = node.journal.append(Entries.received("a mortgagor", "DJ-CASE"));
        RecordId asked = node.journal.append(Entries.received("a holder", "CX-CASE"));
        RecordId other = node.journal.append(Entries.received("another mortgagor", "DJ-OTHER"));
        db.sql("INSERT INTO mortgage_fact_case (case_no, partner, bank, application_no) VALUES ('DJ-CASE', :p, :p, 'A-CASE'), ('DJ-OTHER', :p, :p, 'A-ELSE')")
                .param("p", application.partner().value())
                .update();
        db.sql("INSERT INTO mortgage_fact_check (check_no, partner, bank, application_no) VALUES ('CX-CASE', :p, :p, 'A-CASE')")
                .param("p", application.partner().value())
                .update();
        Erasures erasures = on("2040-01-01");
        erasures.confirm(erasures.propose(application, "the period has run out", LIN).id(), SHEN);
        assertThatThrownBy(() -> node.journal.bytes(filed)).hasMessageContaining("erased");
        assertThatThrownBy(() -> node.journal.bytes(asked)).hasMessageContaining("erased");
        assertThat(node.journal.bytes(other)).isEqualTo(Entries.bytes("another mortgagor"));
    }

    @Test
    void nothingIsErasedWhenSomethingHappenedSinceTheProposal() {
        Erasures.Erasure proposal = on("2025-06-02").propose(REJECTED, "old", LIN);
        db.sql("INSERT INTO loan_fact_event (acceptance_no, at) VALUES ('A-REJECTED', '2025-06-02T03:00:00Z')").update();
        assertThat(refusal(() -> on("2025-06-03").confirm(proposal.id(), SHEN))).isEqualTo(FailureCode.RETENTION_RUNNING);
    }

    @Test
    void aProposalStandsOnceAndCanBeTakenBack() {
        Erasures erasures = on("2040-01-01");
        Erasures.Erasure proposal = erasures.propose(REJECTED, "old", LIN);
        assertThat(refusal(() -> erasures.propose(REJECTED, "old", SHEN))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        erasures.withdraw(proposal.id(), SHEN);
        assertThat(erasures.all()).isEmpty();
        assertThat(audit().latest(1)).extracting(Audit.Line::act).containsExactly("erasure-withdrawn");
        assertThat(refusal(() -> erasures.confirm(proposal.id(), SHEN))).isEqualTo(FailureCode.RESOURCE_UNKNOWN);
        assertThat(refusal(() -> erasures.confirm(UUID.randomUUID(), SHEN))).isEqualTo(FailureCode.RESOURCE_UNKNOWN);
    }

    @Test
    void theTableOfPeriodsIsDataAndMustNameEveryKindOfRecord() throws IOException {
        assertThat(retention(home.resolve("packaged")).periods())
                .extracting(Retention.Period::record)
                .containsExactlyInAnyOrder(Retention.Kind.values());
        Path file = home.resolve("twice/rules/retention.yaml");
        Files.createDirectories(file.getParent());
        String packaged = new Sources(home, Retention.class.getClassLoader()).get("rules/retention.yaml").text();
        Files.writeString(file, packaged.replace("record: opinion", "record: journal"));
        assertThatThrownBy(() -> retention(home.resolve("twice")))
                .isInstanceOf(RulebookException.class)
                .hasMessageContaining("rules/retention.yaml")
                .hasMessageContaining("\"opinion\" is missing");
    }

    private static void loan(Subject subject, String word) {
        db.sql("INSERT INTO loan_fact_loan (acceptance_no, application_no, partner, word, accepted_at) VALUES (?, ?, ?, ?, '2020-05-01T01:00:00Z')")
                .params(subject.applicationNo(), subject.applicationNo(), subject.partner().value(), word)
                .update();
        db.sql("INSERT INTO loan_fact_event (acceptance_no, at) VALUES (?, '2020-06-01T03:00:00Z')").param(subject.applicationNo()).update();
    }

    private static Erasures on(String day) {
        Clock clock = Clock.fixed(Instant.parse(day + "T04:00:00Z"), ZoneOffset.UTC);
        return new Erasures(db, retention(home), new EndedFacts(db), new RelatedFacts(db), node.keys, new Audit(db, clock), clock);
    }

    private static Retention retention(Path home) {
        return new Retention(new Sources(home, Retention.class.getClassLoader()));
    }

    private static Audit audit() {
        return new Audit(db, Clock.systemUTC());
    }

    private static Actor actor(String name) {
        return new Actor(name, name, Set.of(Role.APPROVER));
    }

    private static FailureCode refusal(ThrowingCallable act) {
        FailureCode[] code = new FailureCode[1];
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> code[0] = refusal.problems().get(0).code());
        return code[0];
    }
}
