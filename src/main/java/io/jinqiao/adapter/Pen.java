package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Seals what we say where that was agreed, and signs it with the key the partner's folder names. */
@Component
class Pen {
    private final Signing signing;
    private final Keys keys;
    private final Sealing sealing;
    private final EnvelopeSignatures envelopes;
    private final Map<String, byte[]> certificates = new ConcurrentHashMap<>();

    Pen(Signing signing, Keys keys, Sealing sealing, EnvelopeSignatures envelopes) {
        this.signing = signing;
        this.keys = keys;
        this.sealing = sealing;
        this.envelopes = envelopes;
    }

    /** @param seal what the journal keeps of our signature */
    record SignedAnswer(WireAnswer wire, Seal seal) {}

    /** @param seal what the journal keeps of our signature */
    record SignedCall(WireCall wire, Seal seal) {}

    /**
     * @param profile in words
     * @param certificate DER of ours; empty when the profile signs nothing
     */
    record Seal(byte[] input, String signature, String profile, byte[] certificate) {}

    SignedAnswer answer(Dialect dialect, Unsigned content) {
        Unsigned unsigned = sealing.answer(dialect, content);
        Seal seal = seal(dialect, unsigned);
        return new SignedAnswer(envelopes.sign(dialect, dialect.finishAnswer(unsigned, seal.signature())), seal);
    }

    SignedCall request(Dialect dialect, Unsigned content) {
        Unsigned unsigned = sealing.request(dialect, content);
        Seal seal = seal(dialect, unsigned);
        return new SignedCall(envelopes.sign(dialect, dialect.finishRequest(unsigned, seal.signature())), seal);
    }

    private Seal seal(Dialect dialect, Unsigned unsigned) {
        return seal(dialect.descriptor().signing().named(unsigned.signType()), unsigned.signingInput());
    }

    /** Ours over any bytes. */
    Seal seal(Profile profile, byte[] input) {
        if (!profile.profile().signs()) {
            return new Seal(input, "", profile.profile().ourWords(), new byte[0]);
        }
        String signature = signing.sign(profile.profile(), profile.ourKey(), input);
        return new Seal(input, signature, profile.profile().ourWords(), certificate(profile.ourKey()));
    }

    private byte[] certificate(String alias) {
        return certificates.computeIfAbsent(alias, a -> {
            try {
                return keys.get(a).certificate().getEncoded();
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("certificate of key " + a + " has no encoding", e);
            }
        });
    }
}
