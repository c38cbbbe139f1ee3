package io.jinqiao.adapter.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.codec.SoapEnvelope;
import io.jinqiao.adapter.soap.SignatureRefusal.Why;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.simulate.bank.EnvelopeSigner;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry signs by WS-Security is taken, and nothing that only looks like it. */
class SoapSignaturesTest {
    private static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");
    private static final String TEXT = "&lt;Message&gt;示例 &amp;amp; 𠮷&#xd;\n&lt;/Message&gt;";
    private static final String PLAIN = envelope("<s:submit xmlns:s=\"urn:jinqiao:registration\"><s:message>" + TEXT + "</s:message></s:submit>");
    private static final Keys.Entry THEIRS = key("registry-xml", "registry-xml-rsa-sign");
    private static final Keys.Entry OURS = key("centre", "centre-rsa-sign");
    private static final SoapSignatures REGISTRY = signatures(THEIRS, OURS.chain(), NOW);
    private static final SoapSignatures CENTRE = signatures(OURS, List.of(THEIRS.certificate()), NOW);

    @Test
    void theSignatureOfARegistryIsGoodAndTheTextUnderItUnchanged() {
        String signed = signed(REGISTRY, PLAIN);
        assertThat(CENTRE.verify(reader(signed))).isEqualTo(THEIRS.certificate());
        assertThat(body(signed)).isEqualTo(body(PLAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<soap:Body>", "</soap:Body>", "</soap:Envelope>"})
    void whiteSpaceBetweenThePartsOfAnEnvelopeIsUnderNoSignature(String before) throws Exception {
        String laidOut = plainly().sign(PLAIN.replace(before, "\n  " + before));
        assertThat(CENTRE.verify(reader(laidOut))).isEqualTo(THEIRS.certificate());
        assertThat(CENTRE.verify(reader(plainly().sign(PLAIN).replace("</soap:Envelope>", "\n</soap:Envelope>").replace("<soap:Body", "\n<soap:Body"))))
                .as("laid out anew after it was signed").isEqualTo(THEIRS.certificate());
        String inside = plainly().sign(PLAIN).replace("</soap:Body>", "\n</soap:Body>");
        assertThat(refused(inside)).as("in the body it is").isEqualTo(Why.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16"})
    void inAnyCharset(String name) {
        Charset charset = Charset.forName(name);
        byte[] signed = REGISTRY.sign(SoapEnvelope.reader(PLAIN.getBytes(charset), charset), charset);
        assertThat(CENTRE.verify(SoapEnvelope.reader(signed, charset))).isEqualTo(THEIRS.certificate());
    }

    @Test
    void anotherImplementationFindsOursGoodAndItsOwnIsTaken() throws Exception {
        assertThat(EnvelopeSigner.good(signed(CENTRE, PLAIN), OURS.certificate())).isTrue();
        assertThat(CENTRE.verify(reader(plainly().sign(PLAIN)))).isEqualTo(THEIRS.certificate());
    }

    @Test
    void noSignatureIsMissed() {
        assertThat(refused(PLAIN)).isEqualTo(Why.MISSING);
        assertThat(refused(header("<a:To xmlns:a='urn:a'>x</a:To>"))).isEqualTo(Why.MISSING);
        assertThat(refused(header("<w:Security xmlns:w='" + WSSE + "'/>"))).isEqualTo(Why.MALFORMED);
        assertThat(refused(signed(REGISTRY, PLAIN).replaceAll("(?s)<ds:Signature.*</ds:Signature>", ""))).isEqualTo(Why.MALFORMED);
    }

    @Test
    void whatWasChangedAfterItWasSignedIsRefused() throws Exception {
        String signed = signed(REGISTRY, PLAIN);
        assertThat(refused(signed.replace("示例", "示倒"))).isEqualTo(Why.INVALID);
        assertThat(refused(signed.replaceFirst("<wsu:Expires>2026", "<wsu:Expires>2027"))).isEqualTo(Why.INVALID);
        assertThat(refused(signed.replaceFirst("<ds:SignatureValue>.", "<ds:SignatureValue>/"))).isEqualTo(Why.INVALID);
        assertThat(refused(signed.replaceFirst("(?s)<ds:DigestValue>.{6}", "<ds:DigestValue>AAAAAA"))).isEqualTo(Why.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"-301, -1", "-900, 600", "120, 180"})
    void aTimeStampIsGoodForALittleWhile(long created, long expires) throws Exception {
        String message = plainly().from(NOW.plusSeconds(created), NOW.plusSeconds(expires)).sign(PLAIN);
        assertThat(refused(message)).isEqualTo(Why.OUTDATED);
    }

    @Test
    void aTimeStampMustSayWhenItEnds() throws Exception {
        String message = plainly().over("#body").sign(PLAIN).replaceAll("<wsu:Expires>.*</wsu:Expires>", "");
        assertThat(refused(message)).isIn(Why.OUTDATED, Why.MALFORMED);
    }

    @Test
    void onlyACertificateRegisteredForThisPartnerSigns() {
        Keys.Entry stranger = key("icbc", "icbc-rsa-sign");
        assertThat(refused(signed(signatures(stranger, OURS.chain(), NOW), PLAIN))).isEqualTo(Why.STRANGER);
    }

    @ParameterizedTest
    @CsvSource({"http://www.w3.org/2000/09/xmldsig#rsa-sha1, http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256, http://www.w3.org/2000/09/xmldsig#sha1"})
    void aWeakAlgorithmIsNotTaken(String signature, String digest) throws Exception {
        String message = plainly().by(signature, digest).sign(PLAIN);
        assertThat(EnvelopeSigner.good(message, THEIRS.certificate())).as("good but for its algorithm").isTrue();
        assertThat(refused(message)).isIn(Why.MALFORMED, Why.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#body", "#ts", "#token"})
    void bodyAndTimeStampMustBothBeSigned(String covered) throws Exception {
        assertThat(refused(plainly().over(covered).sign(PLAIN))).isEqualTo(Why.NOT_COVERED);
    }

    @Test
    void aSignedBodyMovedAsideForAnotherIsNoSignatureOfTheOther() throws Exception {
        String signed = plainly().sign(PLAIN);
        String body = signed.substring(signed.indexOf("<soap:Body"), signed.indexOf("</soap:Body>") + "</soap:Body>".length());
        String forged = "<soap:Body><s:submit xmlns:s=\"urn:jinqiao:registration\"><s:message>forged</s:message></s:submit></soap:Body>";
        String aside = signed.replace(body, forged).replace("</soap:Header>", "<x:Wrapper xmlns:x='urn:x'>" + body + "</x:Wrapper></soap:Header>");
        String inside = signed.replace(body, forged).replace("</wsse:Security>", body + "</wsse:Security>");
        String twice = signed.replace(body, forged.replace("<soap:Body>", "<soap:Body wsu:Id='body' xmlns:wsu='" + WSU + "'>"))
                .replace("</soap:Header>", "<x:Wrapper xmlns:x='urn:x'>" + body + "</x:Wrapper></soap:Header>");
        for (String wrapped : List.of(aside, inside, twice)) {
            assertThatThrownBy(() -> CENTRE.verify(reader(wrapped))).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aSignedTimeStampMovedAsideIsNoTimeStamp() throws Exception {
        String signed = plainly().from(NOW.minusSeconds(9000), NOW.minusSeconds(8000)).sign(PLAIN);
        String time = signed.substring(signed.indexOf("<wsu:Timestamp"), signed.indexOf("</wsu:Timestamp>") + "</wsu:Timestamp>".length());
        String fresh = "<wsu:Timestamp wsu:Id=\"new\"><wsu:Created>" + NOW + "</wsu:Created><wsu:Expires>" + NOW.plusSeconds(100) + "</wsu:Expires></wsu:Timestamp>";
        String moved = signed.replace(time, fresh).replace("</soap:Header>", "<x:Old xmlns:x='urn:x' xmlns:wsu='" + WSU + "'>" + time + "</x:Old></soap:Header>");
        assertThat(refused(moved)).isIn(Why.NOT_COVERED, Why.INVALID, Why.MALFORMED);
    }

    private static EnvelopeSigner plainly() {
        return new EnvelopeSigner(THEIRS.privateKey(), THEIRS.certificate()).from(NOW.minusSeconds(10), NOW.plusSeconds(200));
    }

    private static String header(String content) {
        return PLAIN.replace("<soap:Body>", "<soap:Header>" + content + "</soap:Header><soap:Body>");
    }

    private static Why refused(String envelope) {
        SignatureRefusal refusal = catchThrowableOfType(SignatureRefusal.class, () -> CENTRE.verify(reader(envelope)));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.why();
    }

    private static String body(String envelope) {
        return SoapEngine.read(reader(envelope), true, in -> {
            try {
                in.nextTag();
                in.nextTag();
                return in.getElementText();
            } catch (javax.xml.stream.XMLStreamException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String signed(SoapSignatures side, String plain) {
        return new String(side.sign(reader(plain), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static javax.xml.stream.XMLStreamReader reader(String envelope) {
        return SoapEnvelope.reader(envelope.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body + "</soap:Body></soap:Envelope>";
    }

    private static SoapSignatures signatures(Keys.Entry own, List<X509Certificate> other, Instant now) {
        return new SoapSignatures(own.privateKey(), own.chain(), other, Duration.ofMinutes(5), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Keys.Entry key(String owner, String alias) {
        try (SigningRoom room = TestIdentities.room(owner)) {
            return room.keys().get(alias);
        }
    }
}
