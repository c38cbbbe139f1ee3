package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.EnvelopeProfile.Mode;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;
import io.jinqiao.signing.Envelopes;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.demo.Standings;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inward pipe for messages in a digital envelope, over real HTTPS, with what may be wrong with the envelope. */
class SealedPipeTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EnvelopeProfile AGREED = new EnvelopeProfile(Mode.CBC, Order.C1C2C3, Wrapping.WITH_04);
    private static final EnvelopeProfile OTHER_ORDER = new EnvelopeProfile(Mode.CBC, Order.C1C3C2, Wrapping.WITH_04);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=UTF-8");
    private static final String PATH = "/partners/psbc/gjj/loanapplication";

    private static RunningGateway gateway;
    private static SigningRoom room;
    private static TestBank line;
    private static Dialect bank;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        room = TestIdentities.room("psbc");
        line = gateway.bank("psbc", room);
        bank = gateway.dialect("psbc").mirrored();
        Standings.open(gateway.context, new PartnerId("psbc"));
    }

    @Test
    void takesASealedApplicationAndAnswersItSealedTheSameBytesAgain() throws Exception {
        MessageId id = id();
        byte[] body = body(id, AGREED, "centre-sm2-envelope", e -> e, s -> s);
        byte[] first = line.post(PATH, JSON, body).body();
        assertThat(reply(id, first)).isInstanceOf(Reply.Accepted.class);
        assertThat(line.post(PATH, JSON, body).body()).isEqualTo(first);
        assertThat(gateway.journal("received", id.value())).containsExactly("accepted", "accepted");
    }

    /** @param told first failure of the answer */
    record Wrong(
            String what, EnvelopeProfile profile, String recipient, UnaryOperator<Envelope> envelope, UnaryOperator<String> text, FailureCode told) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Wrong> wrong() {
        UnaryOperator<Envelope> sound = e -> e;
        UnaryOperator<String> sent = s -> s;
        String ours = "centre-sm2-envelope";
        return List.of(
                new Wrong("for another's key", AGREED, "icbc-sm2-envelope", sound, sent, FailureCode.SEAL_UNREADABLE),
                new Wrong("for the key that signs", AGREED, "centre-sm2-sign", sound, sent, FailureCode.SEAL_UNREADABLE),
                new Wrong("in the other order", OTHER_ORDER, ours, sound, sent, FailureCode.SEAL_UNREADABLE),
                new Wrong("with wrong padding", AGREED, ours, SealedPipeTest::wrongPadding, sent, FailureCode.SEAL_UNREADABLE),
                new Wrong("without its key", AGREED, ours, sound, s -> s.replace("encryptKey", "reserve"), FailureCode.ENVELOPE_FIELD_MISSING),
                new Wrong("without its content", AGREED, ours, sound, s -> s.replace("\"request\"", "\"reserve\""), FailureCode.ENVELOPE_FIELD_MISSING),
                new Wrong("without a signature", AGREED, ours, sound, s -> s.replaceAll(",\"signature\":\"[^\"]*\"", ""), FailureCode.SIGNATURE_MISSING),
                new Wrong("changed after signing", AGREED, ours, sound, SealedPipeTest::changed, FailureCode.SIGNATURE_INVALID),
                new Wrong("with a signature in capitals", AGREED, ours, sound, SealedPipeTest::capitals, FailureCode.SIGNATURE_MALFORMED),
                new Wrong("with another token", AGREED, ours, sound, s -> s.replace("psbc-demonstration", "x"), FailureCode.FIELD_WRONG_FORM),
                new Wrong("cut short", AGREED, ours, sound, s -> s.substring(0, s.length() / 2), FailureCode.FRAME_UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesAnEnvelopeAndStillAnswersSealedAndSigned(Wrong wrong) throws Exception {
        MessageId id = id();
        byte[] body = body(id, wrong.profile(), wrong.recipient(), wrong.envelope(), wrong.text());
        assertThat(told(line.post(PATH, JSON, body).body())).contains("\"errorCode\":\"" + wrong.told().code() + "\"");
    }

    /** The signature does not cover the path; what stands inside does. */
    @Test
    void refusesWhatWasSealedForAnotherOperation() throws Exception {
        MessageId id = id();
        byte[] body = body(id, AGREED, "centre-sm2-envelope", e -> e, s -> s);
        assertThat(told(line.post("/partners/psbc/gjj/applicantcheck", JSON, body).body()))
                .contains("\"errorCode\":\"" + FailureCode.FIELD_WRONG_FORM.code() + "\"")
                .contains("\"field\":\"method\"");
        assertThat(reply(id, line.post(PATH, JSON, body).body())).isInstanceOf(Reply.Accepted.class);
    }

    private static byte[] body(
            MessageId id, EnvelopeProfile profile, String recipient, UnaryOperator<Envelope> envelope, UnaryOperator<String> text) {
        Unsigned open = bank.request(application(), id, Instant.now());
        Envelope sealed = new Envelopes(new SecureRandom())
                .seal(profile, TestIdentities.certificate(recipient), open.toSeal(), new byte[0]);
        Unsigned unsigned = bank.sealedRequest(open, envelope.apply(sealed));
        String signature = room.signing().sign(theirs(), "psbc-sm2-sign", unsigned.signingInput());
        String body = new String(bank.finishRequest(unsigned, signature).body(), StandardCharsets.UTF_8);
        return text.apply(body).getBytes(StandardCharsets.UTF_8);
    }

    /** Every answer is signed by the centre and opens with the bank's key, whatever it says. */
    private static byte[] plain(byte[] body) throws Exception {
        FramedReply sealed = bank.openReply(200, Map.of(), body);
        assertThat(room.signing()
                        .verify(theirs(), List.of("centre-sm2-sign"), sealed.signingInput(), sealed.signature(), Instant.now())
                        .accepted())
                .isTrue();
        return new Envelopes(new SecureRandom())
                .open(AGREED, room.keys().get("psbc-sm2-envelope"), sealed.sealed(), new byte[0]);
    }

    private static Reply reply(MessageId id, byte[] body) throws Exception {
        FramedReply opened = bank.unsealed(bank.openReply(200, Map.of(), body), plain(body));
        return bank.decodeReply(Operation.LOAN_APPLICATION, id, opened);
    }

    /** What a refusal says; it names no message, since nothing inside was read. */
    private static String told(byte[] body) throws Exception {
        return new String(plain(body), StandardCharsets.UTF_8);
    }

    private static SigningProfile theirs() {
        return bank.descriptor().signing().own().profile().mirrored();
    }

    /** The byte before the last block that decides the last byte of the padding: above 16 whatever it was. */
    private static Envelope wrongPadding(Envelope sealed) {
        byte[] ciphertext = sealed.ciphertext().clone();
        ciphertext[ciphertext.length - 17] ^= 0x40;
        return new Envelope(sealed.wrappedKey(), sealed.iv(), ciphertext);
    }

    private static String changed(String body) {
        int at = "{\"request\":\"".length() + 40;
        return body.substring(0, at) + (body.charAt(at) == 'A' ? 'B' : 'A') + body.substring(at + 1);
    }

    private static String capitals(String body) {
        int at = body.indexOf("\"signature\":\"") + "\"signature\":\"".length();
        return body.substring(0, at) + body.substring(at).toUpperCase(Locale.ROOT);
    }

    private static LoanApplication application() {
        return InventedApplications.application("P", NUMBER.incrementAndGet(), LocalDate.now());
    }

    private static MessageId id() {
        return new MessageId("SEALED" + System.nanoTime());
    }
}
