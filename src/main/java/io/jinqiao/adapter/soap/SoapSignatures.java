package io.jinqiao.adapter.soap;

import io.jinqiao.message.Refusal;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.ReadHeadersInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapOutInterceptor;
import org.apache.cxf.binding.soap.saaj.SAAJInInterceptor;
import org.apache.cxf.binding.soap.saaj.SAAJOutInterceptor;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.DefaultCryptoCoverageChecker;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.action.Action;
import org.apache.wss4j.dom.action.TimestampAction;

/**
 * WS-Security with one partner: an X.509 signature over body and time-stamp of an envelope. Only certificates registered for the partner are taken, only
 * algorithms without known weakness, and only signatures that cover the very body and time-stamp of the envelope. Thread-safe.
 */
public final class SoapSignatures {
    private static final String CRYPTO = "io.jinqiao.crypto";
    private static final String ACTIONS = ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE;
    private static final String PARTS = "{Element}{" + WSConstants.WSU_NS + "}Timestamp;{Element}{" + WSConstants.URI_SOAP11_ENV + "}Body";
    /** A clock of theirs may be ahead by this much. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final WSS4JOutInterceptor signing;
    private final StrictSignatures verifying;
    private final RoomCrypto crypto;
    private final TimeStampByClock age;

    /** @param lifetime of time-stamps, ours and theirs */
    public SoapSignatures(PrivateKey key, List<X509Certificate> ours, List<X509Certificate> theirs, Duration lifetime, Clock clock) {
        this.crypto = new RoomCrypto(key, ours, theirs);
        this.age = new TimeStampByClock(clock, lifetime, AHEAD);
        this.signing = new WSS4JOutInterceptor(outgoing(key, lifetime, clock));
        this.verifying = new StrictSignatures(incoming());
    }

    private static Map<String, Object> outgoing(PrivateKey key, Duration lifetime, Clock clock) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, ACTIONS);
        settings.put(WSS4JOutInterceptor.WSS4J_ACTION_MAP, Map.of(WSConstants.TS, stamping(clock)));
        settings.put(ConfigurationConstants.USER, RoomCrypto.OURS);
        settings.put(ConfigurationConstants.PW_CALLBACK_REF, (javax.security.auth.callback.CallbackHandler) callbacks -> { });
        settings.put(ConfigurationConstants.SIG_PROP_REF_ID, CRYPTO);
        settings.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
        settings.put(ConfigurationConstants.SIG_ALGO, key.getAlgorithm().equals("RSA") ? WSConstants.RSA_SHA256 : WSConstants.ECDSA_SHA256);
        settings.put(ConfigurationConstants.SIG_DIGEST_ALGO, WSConstants.SHA256);
        settings.put(ConfigurationConstants.SIGNATURE_PARTS, PARTS);
        settings.put(ConfigurationConstants.TTL_TIMESTAMP, "" + lifetime.toSeconds());
        return settings;
    }

    /** A time-stamp by the clock of the house. */
    private static Action stamping(Clock clock) {
        return (handler, token, data) -> {
            data.getWssConfig().setCurrentTime(clock::instant);
            new TimestampAction().execute(handler, token, data);
        };
    }

    private static Map<String, Object> incoming() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConfigurationConstants.ACTION, ACTIONS);
        settings.put(ConfigurationConstants.SIG_VER_PROP_REF_ID, CRYPTO);
        return settings;
    }

    /** @param envelope without a signature, before its first tag */
    public byte[] sign(XMLStreamReader envelope, Charset charset) {
        // as characters: the writer would spell those beyond the first plane as halves in a charset it does not know
        StringWriter text = new StringWriter(8192);
        SoapMessage message = message(false);
        XMLStreamWriter writer = StaxUtils.createXMLStreamWriter(text);
        message.setContent(XMLStreamWriter.class, writer);
        Chain.run(message, false, List.of(new SAAJOutInterceptor(), new SoapOutInterceptor(Chain.bus()), signing, new BodyCopied(envelope)));
        StaxUtils.close(writer);
        return text.toString().getBytes(charset);
    }

    /**
     * @param envelope before its first tag; that it is an envelope was seen before
     * @return the certificate it was signed with: registered, its validity not looked at
     * @throws Refusal when the reader finds it to be none
     * @throws SignatureRefusal unless body and time-stamp are signed and the time-stamp is not over
     */
    public X509Certificate verify(XMLStreamReader envelope) {
        SoapMessage message = message(true);
        message.setContent(XMLStreamReader.class, new WithoutLayout(envelope));
        DefaultCryptoCoverageChecker covered = new DefaultCryptoCoverageChecker();
        covered.setSignTimestamp(true);
        covered.setSignUsernameToken(false);
        covered.setEncryptUsernameToken(false);
        try {
            Chain.run(message, true, List.of(new ReadHeadersInterceptor(Chain.bus(), Soap11.getInstance()), new SAAJInInterceptor(), verifying, covered));
        } catch (Refusal refused) {
            throw refused;
        } catch (RuntimeException fault) {
            throw SignatureRefusal.of(fault, message);
        }
        return Objects.requireNonNull(StrictSignatures.certificate(message));
    }

    private SoapMessage message(boolean inbound) {
        SoapMessage message = Chain.message(inbound);
        message.put(CRYPTO, crypto);
        message.put(SecurityConstants.TIMESTAMP_TOKEN_VALIDATOR, age);
        message.put(SecurityConstants.RETURN_SECURITY_ERROR, true);
        // what was answered before is known to the inbox, on every node and after a restart; a cache here would refuse what must be repeated
        message.put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, false);
        message.put(SecurityConstants.ENABLE_NONCE_CACHE, false);
        message.put(SecurityConstants.ENABLE_SAML_ONE_TIME_USE_CACHE, false);
        return message;
    }
}
