package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.Reply;
import io.jinqiao.pipe.TestBank.Answer;
import io.jinqiao.pipe.TestBank.Letter;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The national message form over real HTTPS and SOAP, both ways, with a tap on the wire. */
class SoapPipeTest {
    private static final String NAME = "registry-xml";
    private static final PartnerId REGISTRY = new PartnerId(NAME);

    private static RunningGateway gateway;
    private static SigningRoom keys;
    private static TestBank registry;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        keys = TestIdentities.room(NAME);
        registry = gateway.bank(NAME, keys);
    }

    @AfterAll
    static void close() {
        keys.close();
    }

    @Test
    void answersAResultOfNoKnownCaseInTheirFormAndKeepsWhatWasOnTheWire() throws Exception {
        Letter letter = letter();
        Answer answer = registry.send(letter);

        assertThat(letter.path()).isEqualTo("/services/registry-xml");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.verified()).isTrue();
        assertThat(answer.codes()).containsExactly(FailureCode.CASE_UNKNOWN);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("submitResponse", "&lt;SuccessFlag&gt;0&lt;");
        assertThat(recorded("received", letter.id())).containsExactly(Digest.of(letter.body()).hex());
        assertThat(recorded("answered", letter.id())).containsExactly(Digest.of(answer.body()).hex());
    }

    @Test
    void theSameBytesGetTheSameAnswer() throws Exception {
        Letter letter = letter();
        Answer first = registry.send(letter);
        assertThat(registry.send(letter).body()).isEqualTo(first.body());
    }

    @Test
    void refusesAnotherPartnersConnectionAndAForeignSignature() throws Exception {
        TestBank stranger = new TestBank(gateway.dialect(NAME), keys, gateway.other, "otherbank-tls-client", registry.base());
        assertThat(stranger.send(letter()).codes()).containsExactly(FailureCode.CHANNEL_IDENTITY_MISMATCH);
        Letter forged = registry.letterWithSignature(entry("REGX" + System.nanoTime()), new MessageId(lastNumber), Instant.now(), "0".repeat(127) + "1");
        assertThat(registry.send(forged).codes()).containsExactly(FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void whatIsNoEnvelopeIsAnsweredInTheirFormAllTheSame() throws Exception {
        byte[] answer = registry.post("/services/registry-xml", Map.of("Content-Type", "text/xml; charset=UTF-8"), "<x/>".getBytes(StandardCharsets.UTF_8)).body();
        assertThat(new String(answer, StandardCharsets.UTF_8)).contains("&lt;ResponseCode&gt;envelope.unreadable&lt;");
    }

    @Test
    void whatIsOnTheWireIsWhatTheJournalHasAndWasSigned() throws Exception {
        gateway.soap.answers(200, this::receipt);
        Sent sent = send();

        byte[] tapped = gateway.soap.arrived.get(gateway.soap.arrived.size() - 1);
        assertThat(sent.reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(recorded("about-to-send", sent.id())).containsExactly(Digest.of(tapped).hex());
        assertThat(gateway.soap.actions.get(gateway.soap.actions.size() - 1)).isEqualTo("\"urn:jinqiao:registration:submit\"");
    }

    @Test
    void aFaultOrAnUnsignedWordLeavesTheOutcomeUnknown() {
        String fault = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>x</faultstring></s:Fault></s:Body></s:Envelope>";
        gateway.soap.answers(500, body -> fault.getBytes(StandardCharsets.UTF_8));
        assertThat(((Reply.Unknown) send().reply()).cause()).isEqualTo(Reply.Cause.UNREADABLE);
        gateway.soap.answers(200, body -> new String(receipt(body), StandardCharsets.UTF_8).replaceAll("&lt;DigitalSign&gt;[0-9a-f]*", "&lt;DigitalSign&gt;").getBytes(StandardCharsets.UTF_8));
        assertThat(((Reply.Unknown) send().reply()).cause()).isEqualTo(Reply.Cause.UNTRUSTED);
    }

    /** What the registry answers to an application, signed. */
    private byte[] receipt(byte[] body) {
        Dialect theirs = gateway.dialect(NAME).mirrored();
        Framed framed = theirs.open(new WireRequest(NAME, "", Map.of(), body, false, List.of(), null));
        RegistrationApplication application = (RegistrationApplication) theirs.decode(framed);
        Content.Group content = SampleRegistry.receipt(application).content();
        Unsigned unsigned = theirs.answer(framed, new Reply.Accepted(content), framed.id(), Instant.now());
        String signature = keys.signing().sign(
                theirs.descriptor().signing().own().profile().mirrored(), "registry-xml-sm2-sign", unsigned.signingInput());
        return theirs.finishAnswer(unsigned, signature).body();
    }

    private record Sent(MessageId id, Reply reply) {}

    private static Sent send() {
        RegistrationApplication application =
                (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.mortgage().content().with("caseNo", "DJX" + System.nanoTime()));
        MessageId id = new MessageId("SOAP" + System.nanoTime());
        Attempt attempt = gateway.room(Carrier.class).send(new Carrier.Parcel(new Outgoing(REGISTRY, application), id, 1), SoapPipeTest::inOneCommit);
        Attempt.Replied replied = (Attempt.Replied) attempt;
        inOneCommit(replied.record());
        return new Sent(id, replied.reply());
    }

    private static RecordId inOneCommit(Supplier<RecordId> record) {
        return gateway.room(TransactionTemplate.class).execute(status -> record.get());
    }

    private static List<String> recorded(String kind, MessageId id) {
        return gateway.room(JdbcTemplate.class).queryForList(
                "SELECT encode(body_digest, 'hex') FROM evidence_record WHERE kind = ? AND message_id = ? ORDER BY id", String.class, kind, id.value());
    }

    private static String lastNumber = "";

    private static Letter letter() {
        RegistrationEntry entry = entry("REGX" + System.nanoTime());
        return registry.letter(entry, new MessageId(entry.noticeNo()), Instant.now(), "registry-xml-sm2-sign");
    }

    private static RegistrationEntry entry(String number) {
        lastNumber = number;
        Content.Group entered = SampleRegistry.entered().content();
        Content.Group entry = ((Content.Group) entered.get("entry")).with("enteredAt", Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
        return (RegistrationEntry) Operation.REGISTRATION_ENTRY.read(entered.with("noticeNo", number).with("entry", entry));
    }
}
