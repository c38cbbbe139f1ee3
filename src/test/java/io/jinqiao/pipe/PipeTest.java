package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.adapter.samples.SampleMoney;
import io.jinqiao.adapter.samples.SampleService;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.pipe.TestBank.Answer;
import io.jinqiao.pipe.TestBank.Letter;
import io.jinqiao.support.Heard;
import io.jinqiao.workbench.demo.InventedApplications;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The inward pipe, from the socket to the database and back. */
class PipeTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String APPLICATION_PATH = "/partners/icbc/api/housingfund/loanapplication/V1";
    /** As {@code adapters/icbc} has it. */
    private static final Duration FRESHNESS = Duration.ofMinutes(5);

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=UTF-8");

    private static RunningGateway gateway;
    private static TestBank branch;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        branch = gateway.branch();
    }

    @Test
    void takesALoanApplicationOverRealHttps() throws Exception {
        Letter letter = letter(application());
        Answer answer = branch.send(letter);
        assertThat(answer.verified()).isTrue();
        assertThat(answer.reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(gateway.journal("received", letter.id().value())).containsExactly("accepted");
        assertThat(gateway.journal("answered", letter.id().value())).containsExactly("none");
    }

    @Test
    void refusesAWrongSignatureAndKeepsNoAnswerForIt() throws Exception {
        Letter another = letter(application());
        LoanApplication application = application();
        Letter letter = branch.letterWithSignature(application, id(), Instant.now(), signatureOf(another));
        Answer answer = branch.send(letter);
        assertThat(answer.codes()).containsExactly(FailureCode.SIGNATURE_INVALID);
        assertThat(answer.verified()).isTrue();
        assertThat(branch.send(letter).body()).isNotEqualTo(answer.body());
        assertThat(gateway.journal("received", letter.id().value()))
                .containsExactly("refused signature.invalid", "refused signature.invalid");
        assertThat(branch.send(branch.letter(application, letter.id(), Instant.now())).reply())
                .isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void refusesARightSignatureByAnotherBanksKey() throws Exception {
        TestBank impostor = new TestBank(gateway.dialect(), gateway.other, gateway.bank, "icbc-tls-client", branch.base());
        Answer answer = branch.send(impostor.letter(application(), id(), Instant.now(), "otherbank-sm2-sign"));
        assertThat(answer.codes()).containsExactly(FailureCode.SIGNER_NOT_PINNED);
    }

    @ParameterizedTest
    @CsvSource({
        "icbc-sm2-expired,       CERTIFICATE_EXPIRED",
        "icbc-sm2-not-yet-valid, CERTIFICATE_NOT_YET_VALID",
        "icbc-sm2-revoked,       CERTIFICATE_REVOKED",
        "icbc-sm2-wrong-usage,   CERTIFICATE_WRONG_USAGE",
        "icbc-sm2-untrusted,     CERTIFICATE_UNTRUSTED"
    })
    void refusesASignerWhoseCertificateIsNoGood(String key, FailureCode code) throws Exception {
        Letter letter = branch.letter(application(), id(), Instant.now(), key);
        assertThat(branch.send(letter).codes()).containsExactly(code);
        assertThat(gateway.journal("received", letter.id().value())).containsExactly("refused " + code.code());
    }

    @Test
    void takesTheNextKeyWhileTheBankChangesIt() throws Exception {
        Letter letter = branch.letter(application(), id(), Instant.now(), "icbc-sm2-sign-next");
        assertThat(branch.send(letter).reply()).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void refusesAnotherBanksConnectionEvenForBytesThatWereAnswered() throws Exception {
        Letter letter = letter(application());
        Answer own = branch.send(letter);
        Answer stolen = gateway.branch(gateway.other, "otherbank-tls-client").send(letter);
        assertThat(stolen.codes()).containsExactly(FailureCode.CHANNEL_IDENTITY_MISMATCH);
        assertThat(stolen.body()).isNotEqualTo(own.body());
    }

    @Test
    void refusesATimeOutsideTheWindowOnEitherSide() throws Exception {
        Letter old = branch.letter(application(), id(), Instant.now().minus(Duration.ofHours(1)));
        Letter early = branch.letter(application(), id(), Instant.now().plus(Duration.ofHours(1)));
        assertThat(branch.send(old).codes()).containsExactly(FailureCode.MESSAGE_OUTSIDE_WINDOW);
        assertThat(branch.send(early).codes()).containsExactly(FailureCode.MESSAGE_OUTSIDE_WINDOW);
    }

    @Test
    void givesTheSameBytesTheSameAnswerToTheByteAlsoAfterTheWindow() throws Exception {
        branch.send(letter(application())); // a first exchange takes longest
        Instant written = Instant.now().minus(FRESHNESS).plusSeconds(10);
        Letter letter = branch.letter(application(), id(), written);
        byte[] first = branch.send(letter).body();
        assertThat(branch.send(letter).body()).isEqualTo(first);
        await().atMost(Duration.ofMinutes(2)).until(() -> outsideTheWindow(written));
        assertThat(branch.send(letter).body()).isEqualTo(first);
        assertThat(gateway.journal("received", letter.id().value())).hasSize(3).allMatch("accepted"::equals);
        assertThat(gateway.journal("answered", letter.id().value())).as("each repeat is on record with its answer").hasSize(3);
    }

    /** The signature covers the path: an answer stored for one operation is none to another. */
    @Test
    void givesNoStoredAnswerToTheSameBytesSentToAnotherOperation() throws Exception {
        Letter letter = letter(application());
        Answer first = branch.send(letter);
        Letter elsewhere = new Letter(
                letter.operation(), letter.id(), letter.path().replace("loanapplication", "applicantcheck"), letter.headers(), letter.body());
        assertThat(elsewhere.path()).isNotEqualTo(letter.path());
        Answer answer = branch.send(elsewhere);
        assertThat(answer.codes()).containsExactly(FailureCode.SIGNATURE_INVALID);
        assertThat(branch.send(letter).body()).isEqualTo(first.body());
    }

    @Test
    void answersTheSameContentInANewEnvelopeNewlySignedAndLinked() throws Exception {
        LoanApplication application = application();
        Answer first = branch.send(letter(application));
        Letter again = letter(application);
        Answer second = branch.send(again);
        assertThat(second.reply()).isEqualTo(first.reply());
        assertThat(second.verified()).isTrue();
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(answersOf(again)).containsExactly("answered");
        assertThat(effects(application)).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyWithOtherContent() throws Exception {
        LoanApplication application = application();
        branch.send(letter(application));
        assertThat(branch.send(letter(changed(application))).codes()).containsExactly(FailureCode.KEY_CONFLICT);
    }

    @Test
    void refusesAMessageNumberThatWasUsedForOtherContent() throws Exception {
        Letter letter = letter(application());
        branch.send(letter);
        assertThat(branch.send(branch.letter(application(), letter.id(), Instant.now())).codes())
                .containsExactly(FailureCode.NONCE_REUSED);
    }

    @Test
    void doesAThingOnceHoweverManyEnvelopesComeAtOnce() throws Exception {
        LoanApplication application = application();
        Letter same = letter(application);
        List<Letter> letters = new ArrayList<>(List.of(same, same, same));
        for (int i = 0; i < 5; i++) {
            letters.add(letter(application));
        }
        List<Answer> answers = atOnce(letters);
        assertThat(answers).allMatch(a -> a.reply().equals(answers.get(0).reply()) && a.reply().isAccepted());
        assertThat(effects(application)).isEqualTo(1);
    }

    @Test
    void letsACorrectedApplicationThroughUnderTheSameNumber() throws Exception {
        LoanApplication good = application();
        Letter combined = letter(with(good, "loanKind", "combined"));
        Answer refused = branch.send(combined);
        assertThat(refused.codes()).containsExactly(FailureCode.LOAN_KIND_UNSUPPORTED);
        assertThat(branch.send(combined).body()).isEqualTo(refused.body());
        assertThat(branch.send(letter(good)).reply()).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void refusesAnOperationNobodyAgreedOn() throws Exception {
        Letter letter = letter(application());
        Letter lost = new Letter(letter.operation(), letter.id(), "/partners/icbc/api/housingfund/lottery/V1", letter.headers(), letter.body());
        Answer answer = branch.send(lost);
        assertThat(answer.codes()).containsExactly(FailureCode.OPERATION_UNKNOWN);
        assertThat(answer.verified()).isTrue();
    }

    @Test
    void refusesAnAgreedOperationWithoutARouteAndRecordsIt() throws Exception {
        Letter letter = branch.letter(SampleMoney.part(), id(), Instant.now());
        Answer answer = branch.send(letter);
        assertThat(answer.codes()).containsExactly(FailureCode.OPERATION_NOT_IN_SERVICE);
        assertThat(answer.verified()).isTrue();
        assertThat(gateway.journal("received", letter.id().value())).containsExactly("refused operation.not_in_service");
    }

    @Test
    void refusesAnOperationThatIsSwitchedOffAndRecordsIt() throws Exception {
        Letter letter = branch.letter(SampleService.enquiry(), id(), Instant.now());
        assertThat(branch.send(letter).codes()).containsExactly(FailureCode.OPERATION_NOT_IN_SERVICE);
        assertThat(gateway.journal("received", letter.id().value())).containsExactly("refused operation.not_in_service");
    }

    @Test
    void postsNothingWhoseAnswerNobodyWouldHear() {
        Outgoing unheard = new Outgoing(new PartnerId("icbc"), SampleMoney.fullQuote());
        Outcome outcome = Outcome.accepted(Content.Group.EMPTY, unheard);
        assertThatThrownBy(() -> gateway.room(Gateway.class).post(outcome))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems())
                        .extracting(Problem::code)
                        .containsExactly(FailureCode.OPERATION_NOT_IN_SERVICE));
        assertThat(gateway.room(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) FROM delivery_outbox WHERE operation = 'prepayment-quote'", Integer.class))
                .isZero();
    }

    @Test
    void turnsAPartnerAwayThatNobodyKnowsAndRecordsIt() throws Exception {
        HttpResponse<byte[]> response =
                branch.post("/partners/nobody/api", JSON, "{\"x\":\"unknown-partner\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"code\":\"envelope.partner_unknown\"");
        assertThat(gateway.room(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM evidence_record WHERE partner IS NULL AND codes = 'envelope.partner_unknown'",
                                Integer.class))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void takesNothingThatIsAskedWithAnotherMethodAndRecordsIt(String method) throws Exception {
        LoanApplication application = application();
        Letter letter = letter(application);
        HttpResponse<byte[]> response = branch.ask(method, letter.path(), letter.headers(), letter.body());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"code\":\"envelope.method_wrong\"");
        assertThat(effects(application)).isZero();
        assertThat(gateway.room(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM evidence_record WHERE codes = 'envelope.method_wrong' AND body_digest = ?",
                                Integer.class,
                                (Object) java.security.MessageDigest.getInstance("SHA-256").digest(letter.body())))
                .isEqualTo(1);
        assertThat(branch.send(letter).reply()).isInstanceOf(Reply.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "this is not JSON                 | FRAME_UNREADABLE",
                "{\"app_id\":\"1\",\"app_id\":\"2\"} | MEMBER_DUPLICATE",
                "{}                               | ENVELOPE_FIELD_MISSING"
            })
    void answersNonsenseInTheBanksOwnForm(String body, FailureCode code) throws Exception {
        Answer answer = branch.send(raw(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(said(answer)).contains('"' + code.code() + '"');
        assertThat(answer.verified()).isTrue();
    }

    @Test
    void answersHostileBodiesInTheBanksOwnForm() throws Exception {
        byte[] big = new byte[10 << 20];
        java.util.Arrays.fill(big, (byte) ' ');
        String deep = "{\"a\":".repeat(200) + "1" + "}".repeat(200);
        byte[] gbk = {'{', '"', (byte) 0xb9, (byte) 0xab, '"', '}'};
        assertThat(said(branch.send(raw(big)))).contains(FailureCode.FRAME_TOO_LARGE.code());
        assertThat(said(branch.send(raw(deep.getBytes(StandardCharsets.UTF_8))))).contains(FailureCode.FRAME_TOO_DEEP.code());
        assertThat(said(branch.send(raw(gbk)))).contains(FailureCode.CHARSET_WRONG.code());
    }

    @Test
    void saysWhatBecameOfAnEarlierMessage() throws Exception {
        Letter letter = letter(application());
        Answer first = branch.send(letter);
        assertThat(enquire(letter)).isEqualTo(first.reply());
        Letter refused = letter(with(application(), "loanKind", "combined"));
        branch.send(refused);
        assertThat(enquire(refused)).isInstanceOf(Reply.Rejected.class);
        Reply never = enquire(letter(application()));
        assertThat(((Reply.Rejected) never).problems().get(0).code()).isEqualTo(FailureCode.MESSAGE_UNKNOWN);
    }

    @Test
    void answersAFailureNobodyForesawWithAReferenceAndLogsNoContent() throws Exception {
        LoanApplication application = application();
        ApplicantCheck check = new ApplicantCheck("C" + application.applicationNo(), "037101", List.of(application.borrower()));
        Letter letter = branch.letter(check, id(), Instant.now());
        try (Heard heard = Heard.fromEverybody()) {
            Answer answer = branch.send(letter);
            assertThat(answer.codes()).containsExactly(FailureCode.INTERNAL);
            assertThat(gateway.journal("received", letter.id().value())).containsExactly("refused gateway.internal");
            assertThat(branch.send(letter).body()).isNotEqualTo(answer.body());
            assertThat(heard.text()).contains("internal error").doesNotContain(Fittings.SECRET, application.borrower().name());
        }
    }

    @Test
    void stopsWhenEvidenceCannotBeWrittenSaysSoAndResumes() throws Exception {
        JdbcTemplate sql = gateway.room(JdbcTemplate.class);
        LoanApplication application = application();
        Letter letter = letter(application);
        sql.execute("REVOKE INSERT ON evidence_record FROM jinqiao");
        try {
            assertThat(branch.send(letter).codes()).containsExactly(FailureCode.EVIDENCE_UNAVAILABLE);
            assertThat(branch.send(letter).codes()).containsExactly(FailureCode.EVIDENCE_UNAVAILABLE);
        } finally {
            sql.execute("GRANT INSERT ON evidence_record TO jinqiao");
        }
        assertThat(effects(application)).isZero();
        await().atMost(Duration.ofMinutes(2)).until(() -> branch.send(letter).reply().isAccepted());
        assertThat(effects(application)).isEqualTo(1);
    }

    @Test
    void saysTryAgainWhileTheDatabaseIsGoneAndResumesByItself() throws Exception {
        LoanApplication application = application();
        Letter letter = letter(application);
        gateway.database.cut();
        try {
            Answer answer = branch.send(letter);
            assertThat(answer.codes()).hasSize(1).allMatch(FailureCode::passing);
            assertThat(answer.verified()).isTrue();
        } finally {
            gateway.database.mend();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> branch.send(letter).reply().isAccepted());
        assertThat(effects(application)).isEqualTo(1);
    }

    /** A new message with this time would be refused now. */
    private static boolean outsideTheWindow(Instant written) throws Exception {
        return branch.send(branch.letter(application(), id(), written)).codes().contains(FailureCode.MESSAGE_OUTSIDE_WINDOW);
    }

    private static Reply enquire(Letter about) throws Exception {
        Letter enquiry = letter(new StatusEnquiry(about.id().value(), about.operation()));
        return branch.readEnquiry(about.operation(), enquiry, branch.post(enquiry.path(), enquiry.headers(), enquiry.body()));
    }

    private static List<Answer> atOnce(List<Letter> letters) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(letters.size());
        try {
            List<Future<Answer>> futures = new ArrayList<>();
            for (Letter letter : letters) {
                futures.add(threads.submit(() -> branch.send(letter)));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many messages took this business key. */
    private static int effects(LoanApplication application) {
        return gateway.room(JdbcTemplate.class)
                .queryForObject(
                        "SELECT count(*) FROM loan_loan WHERE application_no = ?", Integer.class, application.applicationNo());
    }

    /** Kinds of the records that the record of this letter repeats. */
    private static List<String> answersOf(Letter letter) {
        return gateway.room(JdbcTemplate.class)
                .queryForList(
                        "SELECT o.kind FROM evidence_record r JOIN evidence_record o ON o.id = r.answers"
                                + " WHERE r.kind = 'received' AND r.message_id = ?",
                        String.class,
                        letter.id().value());
    }

    private static String said(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Letter raw(byte[] body) {
        return new Letter(Operation.LOAN_APPLICATION, new MessageId("none"), APPLICATION_PATH, JSON, body);
    }

    private static Letter letter(io.jinqiao.message.CanonicalMessage message) {
        return branch.letter(message, id(), Instant.now());
    }

    private static String signatureOf(Letter letter) {
        return new String(letter.body(), StandardCharsets.UTF_8).replaceAll("(?s).*\"sign\":\"([^\"]+)\".*", "$1");
    }

    private static LoanApplication changed(LoanApplication application) {
        return with(application, "branchCode", "037199");
    }

    private static LoanApplication with(LoanApplication application, String member, String text) {
        return (LoanApplication) Operation.LOAN_APPLICATION.read(application.content().with(member, text));
    }

    private static LoanApplication application() {
        return InventedApplications.application("P", NUMBER.incrementAndGet(), LocalDate.now());
    }

    private static MessageId id() {
        return new MessageId("PIPE" + System.nanoTime());
    }
}
