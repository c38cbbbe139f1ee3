package io.jinqiao.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.Inbox.Admission;
import io.jinqiao.delivery.Inbox.Candidate;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.delivery.MemoryJournal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalFixture;
import io.jinqiao.message.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTest {
    private static final PartnerId BANK = new PartnerId("demo-bank");
    private static final PartnerId OTHER_BANK = new PartnerId("other-bank");
    private static HikariDataSource database;

    private final MemoryJournal journal = new MemoryJournal();
    private JdbcTemplate sql;
    private TransactionTemplate transaction;
    private DatabaseInbox inbox;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        sql = new JdbcTemplate(database);
        sql.execute("TRUNCATE delivery_inbox, delivery_answer");
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        inbox = new DatabaseInbox(sql, journal);
    }

    @Test
    void takesANewMessageAndRemembersItsAnswerByteForByte() {
        Candidate message = application("M1", "raw 1", "K1", "content");
        StoredAnswer answer = answer("{\"answer\":\"好\"}");

        assertThat(take(message, answer)).isInstanceOf(Admission.First.class);
        assertThat(inbox.answered(BANK, message.rawBytes()).bytes()).isEqualTo(answer.bytes());
        assertThat(inbox.answered(BANK, message.rawBytes()).reply()).isEqualTo("accepted {}");
        assertThat(inbox.answered(OTHER_BANK, message.rawBytes())).isNull();
    }

    @Test
    void givesTheStoredAnswerToTheSameBytes() {
        Candidate message = application("M1", "raw 1", "K1", "content");
        StoredAnswer answer = answer("first");
        take(message, answer);

        Admission again = take(message, answer("second"));

        assertThat(again).isInstanceOfSatisfying(Admission.Same.class, same ->
                assertThat(same.answer().bytes()).isEqualTo(answer.bytes()));
    }

    @Test
    void repeatsTheAnswerToTheSameContentUnderANewNumber() {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));
        Candidate rewrapped = application("M2", "raw 2", "K1", "content");

        assertThat(take(rewrapped, answer("rewrapped"))).isInstanceOfSatisfying(Admission.Repeat.class, repeat ->
                assertThat(repeat.answer().bytes()).asString().isEqualTo("first"));
        assertThat(inbox.answered(BANK, rewrapped.rawBytes()).bytes()).asString().isEqualTo("rewrapped");
        assertThat(sql.queryForList("SELECT repeats FROM delivery_fact_inbox WHERE message_id = 'M2'", String.class))
                .containsExactly("M1");
    }

    @Test
    void repeatsTheAnswerToTheSameContentSignedAfreshUnderTheSameNumber() {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));

        assertThat(take(application("M1", "raw 2", "K1", "content"), answer("again")))
                .isInstanceOf(Admission.Repeat.class);
        assertThat(take(application("M1", "raw 3", "K1", "content"), answer("and again")))
                .isInstanceOf(Admission.Repeat.class);
    }

    @Test
    void findsAConflictWhenTheSameKeyComesWithOtherContent() {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));

        assertThat(take(application("M2", "raw 2", "K1", "other content"), answer("")))
                .isInstanceOf(Admission.Conflict.class);
        assertThat(take(application("M2", "raw 3", "K2", "third content"), answer("")))
                .as("the number of the conflicting message is still free")
                .isInstanceOf(Admission.First.class);
    }

    @Test
    void refusesAUsedNumberWithOtherContentAndKeepsTheNewKeyFree() {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));

        assertThat(take(application("M1", "raw 2", "K2", "other content"), answer("")))
                .isInstanceOf(Admission.NumberReused.class);
        assertThat(take(application("M2", "raw 3", "K2", "other content"), answer("")))
                .isInstanceOf(Admission.First.class);
    }

    @Test
    void refusesAUsedNumberForAnotherOperation() {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));
        Candidate other = new Candidate(
                BANK, Operation.CONTRACT_SIGNED, new MessageId("M1"), digest("raw 2"), "K1", digest("content"));

        assertThat(take(other, answer(""))).isInstanceOf(Admission.NumberReused.class);
    }

    @Test
    void countsKeysPerPartnerAndOperation() {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));
        Candidate otherOperation = new Candidate(
                BANK, Operation.CONTRACT_SIGNED, new MessageId("M2"), digest("raw 2"), "K1", digest("content 2"));
        Candidate otherBank = new Candidate(
                OTHER_BANK, Operation.LOAN_APPLICATION, new MessageId("M1"), digest("raw 1"), "K1", digest("content"));

        assertThat(take(otherOperation, answer(""))).isInstanceOf(Admission.First.class);
        assertThat(take(otherBank, answer(""))).isInstanceOf(Admission.First.class);
    }

    @Test
    void takesPureQuestionsAgainAndAgain() {
        assertThat(take(question("Q1", "raw 1", "who?"), answer("a"))).isInstanceOf(Admission.First.class);
        assertThat(take(question("Q2", "raw 2", "who?"), answer("b"))).isInstanceOf(Admission.First.class);
        assertThat(take(question("Q1", "raw 3", "who else?"), answer("c"))).isInstanceOf(Admission.NumberReused.class);
        assertThat(take(question("Q1", "raw 4", "who?"), answer("d"))).isInstanceOf(Admission.Repeat.class);
    }

    @Test
    void leavesNothingTakenByAMessageWhoseEffectsAreRolledBack() {
        Candidate message = application("M1", "raw 1", "K1", "content");
        transaction.executeWithoutResult(status -> {
            inbox.admit(message);
            status.setRollbackOnly();
        });

        assertThat(take(message, answer("second try"))).isInstanceOf(Admission.First.class);
    }

    @Test
    void remembersARefusalForItsBytesOnly() {
        Candidate message = application("M1", "raw 1", "K1", "content");
        StoredAnswer refusal = refusal("refused");
        inbox.refused(BANK, message.rawBytes(), message.id(), refusal);

        assertThat(inbox.answered(BANK, message.rawBytes()).bytes()).isEqualTo(refusal.bytes());
        assertThat(take(message, answer(""))).isInstanceOf(Admission.Same.class);
        assertThat(take(application("M1", "raw 2", "K1", "corrected"), answer("taken")))
                .as("neither key nor number was consumed")
                .isInstanceOf(Admission.First.class);
    }

    @Test
    void letsTheFirstOfTwoRefusalsStand() {
        Digest raw = digest("raw 1");
        inbox.refused(BANK, raw, new MessageId("M1"), refusal("first"));

        StoredAnswer standing = inbox.refused(BANK, raw, new MessageId("M1"), refusal("second"));

        assertThat(standing.bytes()).asString().isEqualTo("first");
    }

    @Test
    void writesAnAnswerWithItsRecordOrNeither(@TempDir Path home) {
        Journal real = new JournalFixture(database, home).journal;
        DatabaseInbox kept = new DatabaseInbox(sql, real);
        Candidate message = application("M1", "raw 1", "K1", "content");
        kept.admit(message);
        record(real, kept, message, "first");

        assertThat(kept.answered(BANK, message.rawBytes()).bytes()).asString().isEqualTo("first");
        int records = sql.queryForObject("SELECT count(*) FROM evidence_record", Integer.class);
        assertThatThrownBy(() -> record(real, kept, message, "second")).isInstanceOf(Refusal.class);
        assertThat(sql.queryForObject("SELECT count(*) FROM evidence_record", Integer.class)).isEqualTo(records);
    }

    private static void record(Journal journal, DatabaseInbox inbox, Candidate message, String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        journal.append(
                entry(JournalEntry.Kind.RECEIVED, new byte[] {1}),
                received -> entry(JournalEntry.Kind.ANSWERED, bytes),
                record -> inbox.answering(message, new StoredAnswer(record, bytes, "accepted {}")));
    }

    private static JournalEntry entry(JournalEntry.Kind kind, byte[] bytes) {
        return new JournalEntry(
                Instant.EPOCH, kind, BANK, null, null, null, bytes, "none", null, null, null, null, null, null, null, "trace",
                Map.of());
    }

    @Test
    void neverAnswersTheSameBytesTwice() {
        Candidate message = application("M1", "raw 1", "K1", "content");
        take(message, answer("first"));

        assertThatThrownBy(() -> inbox.answered(message, answer("second"))).hasMessageContaining("answered twice");
    }

    @Test
    void tellsAnEnquiryWhatBecameOfANumber() {
        inbox.refused(BANK, digest("raw 1"), new MessageId("M1"), refusal("refused"));
        assertThat(inbox.find(BANK, new MessageId("M1")).reply()).startsWith("rejected");

        take(application("M1", "raw 2", "K1", "corrected"), answer("taken"));
        assertThat(inbox.find(BANK, new MessageId("M1")).reply()).startsWith("accepted");
        assertThat(inbox.find(BANK, new MessageId("M9"))).isNull();
        assertThat(inbox.find(OTHER_BANK, new MessageId("M1"))).isNull();
    }

    @Test
    void takesExactlyOneOfManyEqualMessagesAtOnce() throws Exception {
        List<Admission> admissions = atOnce(IntStream.range(0, 12)
                .mapToObj(n -> application("M" + n, "raw " + n, "K1", "content"))
                .toList());

        assertThat(admissions).filteredOn(Admission.First.class::isInstance).hasSize(1);
        assertThat(admissions).filteredOn(Admission.Repeat.class::isInstance).hasSize(11);
    }

    @Test
    void givesOneAnswerToTheSameBytesManyTimesAtOnce() throws Exception {
        List<Admission> admissions = atOnce(IntStream.range(0, 12)
                .mapToObj(n -> application("M1", "raw 1", "K1", "content"))
                .toList());

        assertThat(admissions).filteredOn(Admission.First.class::isInstance).hasSize(1);
        assertThat(admissions).filteredOn(Admission.Same.class::isInstance).hasSize(11);
        assertThat(sql.queryForObject("SELECT count(*) FROM delivery_answer", Integer.class)).isEqualTo(1);
    }

    @Test
    void givesOneAnswerToTheSameBytesUnderAUsedNumberManyTimesAtOnce() throws Exception {
        take(application("M1", "raw 1", "K1", "content"), answer("first"));

        List<Admission> admissions = atOnce(IntStream.range(0, 12)
                .mapToObj(n -> application("M1", "raw 2", "K1", "content"))
                .toList());

        assertThat(admissions).filteredOn(Admission.Repeat.class::isInstance).hasSize(1);
        assertThat(admissions).filteredOn(Admission.Same.class::isInstance).hasSize(11);
    }

    @RepeatedTest(20)
    void givesOneAnswerToTheSameBytesHoweverManyOtherEnvelopesHoldTheirKey() throws Exception {
        List<Admission> admissions = atOnce(IntStream.range(0, 12)
                .mapToObj(n -> application("M" + n % 4, "raw " + n % 4, "K1", "content"))
                .toList());

        assertThat(admissions).filteredOn(Admission.First.class::isInstance).hasSize(1);
        assertThat(admissions).filteredOn(Admission.Repeat.class::isInstance).hasSize(3);
        assertThat(admissions).filteredOn(Admission.Same.class::isInstance).hasSize(8);
    }

    @Test
    void takesExactlyOneOfManyDifferentContentsUnderOneKeyAtOnce() throws Exception {
        List<Admission> admissions = atOnce(IntStream.range(0, 12)
                .mapToObj(n -> application("M" + n, "raw " + n, "K1", "content " + n))
                .toList());

        assertThat(admissions).filteredOn(Admission.First.class::isInstance).hasSize(1);
        assertThat(admissions).filteredOn(Admission.Conflict.class::isInstance).hasSize(11);
    }

    @Test
    void waitsForTheOneThatCameFirstAndTakesItsPlaceWhenThatRollsBack() throws Exception {
        CountDownLatch admitted = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> first = threads.submit(() -> transaction.executeWithoutResult(status -> {
                inbox.admit(application("M1", "raw 1", "K1", "content"));
                admitted.countDown();
                waitUntilAnotherWaits();
                status.setRollbackOnly();
            }));
            admitted.await();
            Future<Admission> second =
                    threads.submit(() -> take(application("M2", "raw 2", "K1", "content"), answer("second")));
            first.get();
            assertThat(second.get()).isInstanceOf(Admission.First.class);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Until the database says that somebody waits for a lock. */
    private void waitUntilAnotherWaits() {
        org.awaitility.Awaitility.await()
                .until(() -> sql.queryForObject(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND wait_event_type = 'Lock'",
                                Integer.class)
                        > 0);
    }

    private List<Admission> atOnce(List<Candidate> candidates) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(candidates.size());
        try {
            List<Callable<Admission>> calls = candidates.stream()
                    .<Callable<Admission>>map(c -> () -> take(c, answer("answer to " + c.id())))
                    .toList();
            return threads.invokeAll(calls).stream().map(InboxTest::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Admission result(Future<Admission> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What the pipe does with a verified message. */
    private Admission take(Candidate candidate, StoredAnswer answer) {
        return transaction.execute(status -> {
            Admission admission = inbox.admit(candidate);
            if (admission instanceof Admission.First || admission instanceof Admission.Repeat) {
                inbox.answered(candidate, answer);
            }
            return admission;
        });
    }

    private static Candidate application(String id, String raw, @Nullable String key, String content) {
        return new Candidate(
                BANK, Operation.LOAN_APPLICATION, new MessageId(id), digest(raw), key, digest(content));
    }

    private static Candidate question(String id, String raw, String content) {
        return new Candidate(BANK, Operation.APPLICANT_CHECK, new MessageId(id), digest(raw), null, digest(content));
    }

    private StoredAnswer answer(String text) {
        return stored(text, "accepted {}");
    }

    private StoredAnswer refusal(String text) {
        return stored(text, "rejected field.missing");
    }

    private StoredAnswer stored(String text, String reply) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RecordId record = journal.append(entry(JournalEntry.Kind.ANSWERED, bytes));
        return new StoredAnswer(record, bytes, reply);
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
