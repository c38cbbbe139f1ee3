package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.SoapEnvelope;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.adapter.soap.SoapSignatures;
import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
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
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A registry that asks for WS-Security, over real HTTPS: envelopes are signed both ways, and nobody gets past by leaving it out, changing it or sending it twice. */
class SignedSoapPipeTest {
    private static final String NAME = "registry-signed";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private static RunningGateway gateway;
    private static SigningRoom keys;
    private static TestBank registry;
    private static Keys.Entry rsa;
    private static SoapSignatures signatures;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        keys = TestIdentities.room("registry-xml");
        rsa = keys.keys().get("registry-xml-rsa-sign");
        signatures = theirs(Clock.systemUTC());
        registry = new TestBank(gateway.dialect(NAME), keys, keys, "registry-xml-tls-client", gateway.bank("registry-xml", keys).base());
    }

    @AfterAll
    static void close() {
        keys.close();
    }

    @Test
    void aSignedEnvelopeIsTakenAndAnsweredByOne() throws Exception {
        Letter letter = signed(letter());
        Answer answer = registry.send(letter);

        assertThat(answer.codes()).containsExactly(FailureCode.CASE_UNKNOWN);
        assertThat(answer.verified()).isTrue();
        assertThat(signatures.verify(SoapEnvelope.reader(answer.body(), StandardCharsets.UTF_8))).isEqualTo(TestIdentities.certificate("centre-rsa-sign"));
        assertThat(recorded("received", letter.id())).containsExactly(Digest.of(letter.body()).hex());
        assertThat(recorded("answered", letter.id())).containsExactly(Digest.of(answer.body()).hex());
    }

    @Test
    void whatIsNotSignedOrChangedIsRefusedInTheirForm() throws Exception {
        Letter plain = letter();
        assertThat(registry.send(plain).codes()).containsExactly(FailureCode.SIGNATURE_MISSING);
        assertThat(registry.send(changed(signed(plain), text -> text.replaceFirst("<ds:SignatureValue>.", "<ds:SignatureValue>/"))).codes())
                .containsExactly(FailureCode.SIGNATURE_INVALID);
        assertThat(registry.send(changed(signed(plain), text -> text.replace("&lt;RegType>100", "&lt;RegType>200"))).codes()).containsExactly(FailureCode.SIGNATURE_INVALID);
        assertThat(gateway.journal("received", plain.id().value())).allMatch(row -> row.startsWith("refused"));
    }

    @Test
    void aTimeStampThatIsOverIsRefused() throws Exception {
        Letter late = letter();
        SoapSignatures before = theirs(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6)));
        assertThat(registry.send(signed(late, before)).codes()).containsExactly(FailureCode.MESSAGE_OUTSIDE_WINDOW);
    }

    @Test
    void aReplayGetsTheAnswerItGotAndNothingElse() throws Exception {
        Letter letter = signed(letter());
        Answer first = registry.send(letter);
        Answer again = registry.send(letter);
        assertThat(again.codes()).isEqualTo(first.codes());
        assertThat(firstWords(letter)).isEqualTo(1);
        signatures.verify(SoapEnvelope.reader(again.body(), StandardCharsets.UTF_8));

        Answer inOtherBytes = registry.send(changed(letter, text -> text.replace("<soap:Header", "<soap:Header x='1'")));
        assertThat(inOtherBytes.codes()).as("the unsigned part of a header changes nothing").isEqualTo(first.codes());
    }

    private static int firstWords(Letter letter) {
        return gateway.room(JdbcTemplate.class).queryForObject(
                "SELECT count(*) FROM evidence_record WHERE kind = 'received' AND answers IS NULL AND message_id = ?", Integer.class, letter.id().value());
    }

    @Test
    void aSignedBodyPutAsideDoesNotSpeakForAnother() throws Exception {
        Letter letter = signed(letter());
        Letter wrapped = changed(letter, text -> {
            String body = text.substring(text.indexOf("<soap:Body"), text.indexOf("</soap:Body>") + "</soap:Body>".length());
            String forged = body.replace("&lt;RegType>100", "&lt;RegType>200").replaceFirst(" wsu:Id=\"[^\"]*\"", "");
            return text.replace(body, forged).replace("</soap:Header>", "<x:Aside xmlns:x='urn:x'>" + body + "</x:Aside></soap:Header>");
        });
        assertThat(said(post(wrapped))).contains("envelope.unreadable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "http://schemas.xmlsoap.org/soap/envelope/ | http://www.w3.org/2003/05/soap-envelope | envelope.unreadable",
        "<soap:Envelope | <!DOCTYPE r [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>]><soap:Envelope | envelope.unreadable",
        "<soap:Envelope | <!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><soap:Envelope | envelope.unreadable",
        "<wsse:Security | <a:Route xmlns:a='urn:a' soap:mustUnderstand='1'/><wsse:Security | envelope.unreadable"
    })
    void whatIsNoEnvelopeOfSoap11IsRefused(String from, String to, String code) throws Exception {
        Letter letter = signed(letter());
        assertThat(new String(letter.body(), StandardCharsets.UTF_8)).contains(from);
        assertThat(said(post(changed(letter, text -> text.replace(from, to))))).contains("ResponseCode", code);
    }

    @Test
    void theActionMustBeTheAgreedOne() throws Exception {
        Letter letter = signed(letter());
        assertThat(said(registry.post(letter.path(), Map.of("Content-Type", "text/xml; charset=UTF-8"), letter.body()).body())).contains("envelope.field_missing", "SOAPAction");
        Map<String, String> other = new HashMap<>(letter.headers());
        other.put("SOAPAction", "\"urn:other\"");
        assertThat(said(registry.post(letter.path(), other, letter.body()).body())).contains("envelope.operation_unknown");
    }

    @Test
    void whatWeSendIsSignedAndOnlyASignedAnswerIsBelieved() {
        gateway.soap.answers(200, body -> signed(receipt(body), signatures));
        assertThat(send()).isInstanceOf(Reply.Accepted.class);
        byte[] tapped = gateway.soap.arrived.get(gateway.soap.arrived.size() - 1);
        assertThat(signatures.verify(SoapEnvelope.reader(tapped, StandardCharsets.UTF_8))).isEqualTo(TestIdentities.certificate("centre-rsa-sign"));

        gateway.soap.answers(200, this::receipt);
        assertThat(((Reply.Unknown) send()).cause()).isEqualTo(Reply.Cause.UNTRUSTED);
    }

    /** A good signature by a key of somebody else's, with a certificate the house trusts. */
    @Test
    void anotherKeysSignatureCountsForNobodyInEitherDirection() throws Exception {
        try (SigningRoom other = TestIdentities.room("icbc")) {
            SoapSignatures stranger = theirs(other.keys().get("icbc-rsa-sign"), Clock.systemUTC());
            Letter letter = signed(letter(), stranger);
            assertThat(registry.send(letter).codes()).containsExactly(FailureCode.SIGNER_NOT_PINNED);
            assertThat(gateway.journal("received", letter.id().value())).allMatch(row -> row.startsWith("refused"));

            gateway.soap.answers(200, body -> signed(receipt(body), stranger));
            assertThat(((Reply.Unknown) send()).cause()).isEqualTo(Reply.Cause.UNTRUSTED);
        }
    }

    private byte[] receipt(byte[] body) {
        Dialect theirs = gateway.dialect(NAME).mirrored();
        Framed framed = theirs.open(new WireRequest(NAME, "", Map.of(), body, false, List.of(), null));
        RegistrationApplication application = (RegistrationApplication) theirs.decode(framed);
        Unsigned unsigned = theirs.answer(framed, new Reply.Accepted(SampleRegistry.receipt(application).content()), framed.id(), Instant.now());
        String signature = keys.signing().sign(theirs.descriptor().signing().own().profile().mirrored(), "registry-xml-sm2-sign", unsigned.signingInput());
        return theirs.finishAnswer(unsigned, signature).body();
    }

    private static Reply send() {
        RegistrationApplication application =
                (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.mortgage().content().with("caseNo", "DJS" + System.nanoTime()));
        Carrier.Parcel parcel = new Carrier.Parcel(new Outgoing(new PartnerId(NAME), application), new MessageId("WSS" + System.nanoTime()), 1);
        TransactionTemplate commit = gateway.room(TransactionTemplate.class);
        Attempt.Replied replied = (Attempt.Replied) gateway.room(Carrier.class).send(parcel, record -> commit.execute(status -> record.get()));
        commit.execute(status -> replied.record().get());
        return replied.reply();
    }

    private static List<String> recorded(String kind, MessageId id) {
        return gateway.room(JdbcTemplate.class).queryForList(
                "SELECT encode(body_digest, 'hex') FROM evidence_record WHERE kind = ? AND message_id = ? ORDER BY id", String.class, kind, id.value());
    }

    private static byte[] post(Letter letter) throws Exception {
        return registry.post(letter.path(), letter.headers(), letter.body()).body();
    }

    private static String said(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static Letter letter() {
        String number = "REGS" + System.nanoTime();
        Content.Group entered = SampleRegistry.entered().content();
        Content.Group entry = ((Content.Group) entered.get("entry")).with("enteredAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        RegistrationEntry told = (RegistrationEntry) Operation.REGISTRATION_ENTRY.read(entered.with("noticeNo", number).with("entry", entry));
        return registry.letter(told, new MessageId(number), Instant.now(), "registry-xml-sm2-sign");
    }

    private static Letter signed(Letter letter) {
        return signed(letter, signatures);
    }

    private static Letter signed(Letter letter, SoapSignatures by) {
        return new Letter(letter.operation(), letter.id(), letter.path(), letter.headers(), signed(letter.body(), by));
    }

    private static byte[] signed(byte[] envelope, SoapSignatures by) {
        return by.sign(SoapEnvelope.reader(envelope, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Letter changed(Letter letter, UnaryOperator<String> how) {
        String text = new String(letter.body(), StandardCharsets.UTF_8);
        String changed = how.apply(text);
        assertThat(changed).isNotEqualTo(text);
        return new Letter(letter.operation(), letter.id(), letter.path(), letter.headers(), changed.getBytes(StandardCharsets.UTF_8));
    }

    private static SoapSignatures theirs(Clock clock) {
        return theirs(rsa, clock);
    }

    private static SoapSignatures theirs(Keys.Entry key, Clock clock) {
        return new SoapSignatures(key.privateKey(), key.chain(), List.of(TestIdentities.certificate("centre-rsa-sign")), LIFETIME, clock);
    }
}
