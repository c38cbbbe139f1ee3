package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.SoapEnvelope;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.WireForm.SecurityForm;
import io.jinqiao.adapter.soap.SignatureRefusal;
import io.jinqiao.adapter.soap.SoapSignatures;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import io.jinqiao.signing.PublicKeys;
import io.jinqiao.signing.Trust;
import io.jinqiao.signing.Verdict;
import java.nio.charset.Charset;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * WS-Security around what is finished otherwise, where a partner's folder asks for it; what carries none passes unchanged. It proves the envelope, not the
 * message: the message's own signature is judged as ever.
 */
@Component
public class EnvelopeSignatures {
    private final Keys keys;
    private final PinnedCertificates certificates;
    private final Trust trust;
    private final PublicKeys publicKeys;
    private final Clock clock;
    private final Map<PartnerId, SoapSignatures> partners = new ConcurrentHashMap<>();

    public EnvelopeSignatures(Keys keys, PinnedCertificates certificates, Trust trust, PublicKeys publicKeys, Clock clock) {
        this.keys = keys;
        this.certificates = certificates;
        this.trust = trust;
        this.publicKeys = publicKeys;
        this.clock = clock;
    }

    WireCall sign(Dialect dialect, WireCall call) {
        return dialect.security() == null ? call : new WireCall(call.path(), call.headers(), signed(dialect, call.body()));
    }

    WireAnswer sign(Dialect dialect, WireAnswer answer) {
        return dialect.security() == null ? answer : new WireAnswer(answer.status(), answer.headers(), signed(dialect, answer.body()));
    }

    private byte[] signed(Dialect dialect, byte[] envelope) {
        Charset charset = dialect.descriptor().charset();
        return signatures(dialect).sign(SoapEnvelope.reader(envelope, charset), charset);
    }

    /**
     * What is wrong with the signature of an envelope that was opened before.
     *
     * @return null when nothing is, or none is agreed
     */
    @Nullable Verdict refusal(Dialect dialect, byte[] envelope, Instant at) {
        if (dialect.security() == null) {
            return null;
        }
        try {
            X509Certificate signer = signatures(dialect).verify(SoapEnvelope.reader(envelope, dialect.descriptor().charset()));
            Verdict verdict = trust.check(signer, CertificateUsage.MESSAGE_SIGNATURE, at);
            if (verdict.accepted() && publicKeys.has(signer.getEncoded())) {
                return refused(Problem.of(FailureCode.SIGNER_KEY_PUBLIC));
            }
            return verdict.accepted() ? null : verdict;
        } catch (SignatureRefusal why) {
            return refused(problem(why, dialect.security()));
        } catch (CertificateEncodingException e) {
            return refused(Problem.of(FailureCode.SIGNER_NOT_PINNED));
        }
    }

    private static Problem problem(SignatureRefusal refusal, SecurityForm form) {
        return switch (refusal.why()) {
            case MISSING -> Problem.of(FailureCode.SIGNATURE_MISSING);
            case MALFORMED -> Problem.of(FailureCode.SIGNATURE_MALFORMED, "WS-Security");
            case INVALID -> Problem.of(FailureCode.SIGNATURE_INVALID);
            case STRANGER -> Problem.of(FailureCode.SIGNER_NOT_PINNED);
            case OUTDATED -> Problem.of(FailureCode.MESSAGE_OUTSIDE_WINDOW, form.lifetime().toString());
            case NOT_COVERED -> Problem.of(FailureCode.SIGNATURE_NOT_COVERING);
        };
    }

    private static Verdict refused(Problem problem) {
        return new Verdict(problem, false, null, null, null);
    }

    private SoapSignatures signatures(Dialect dialect) {
        return partners.computeIfAbsent(dialect.descriptor().partner(), partner -> {
            SecurityForm form = java.util.Objects.requireNonNull(dialect.security());
            Keys.Entry ours = keys.get(form.ourKey());
            return new SoapSignatures(
                    ours.privateKey(), ours.chain(), form.theirCertificates().stream().map(certificates::get).toList(), form.lifetime(), clock);
        });
    }
}
