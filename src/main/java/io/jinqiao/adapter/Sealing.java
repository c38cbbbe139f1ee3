package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeFailure;
import io.jinqiao.signing.Envelopes;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.PinnedCertificates;
import io.jinqiao.signing.Trust;
import io.jinqiao.signing.Verdict;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens and closes digital envelopes with the keys a partner's folder names; what is not sealed passes unchanged. Opened is only what was
 * verified before: CBC authenticates nothing, and a stranger who could ask for openings would learn the content from the answers.
 */
@Component
public class Sealing {
    private static final byte[] NOTHING = new byte[0];

    private final Keys keys;
    private final PinnedCertificates certificates;
    private final Trust trust;
    private final Envelopes envelopes = new Envelopes(new SecureRandom());

    public Sealing(Keys keys, PinnedCertificates certificates, Trust trust) {
        this.keys = keys;
        this.certificates = certificates;
        this.trust = trust;
    }

    /** @throws Refusal when the envelope cannot be opened, or its head is wrong */
    public Framed open(Dialect dialect, Framed verified) {
        return verified.sealed() == null ? verified : dialect.unsealed(verified, plain(dialect, verified.sealed()));
    }

    /** @throws Refusal when the envelope cannot be opened */
    public FramedReply open(Dialect dialect, FramedReply verified) {
        return verified.sealed() == null ? verified : dialect.unsealed(verified, plain(dialect, verified.sealed()));
    }

    public Unsigned request(Dialect dialect, Unsigned request) {
        return request.toSeal() == null ? request : dialect.sealedRequest(request, seal(dialect, request.toSeal()));
    }

    public Unsigned answer(Dialect dialect, Unsigned answer) {
        return answer.toSeal() == null ? answer : dialect.sealedAnswer(answer, seal(dialect, answer.toSeal()));
    }

    /** Why nothing new should be sealed for the partner now; null when it may be. */
    @Nullable FailureCode unfit(Dialect dialect, Instant at) {
        SealingForm form = dialect.sealing();
        if (form == null) {
            return null;
        }
        Verdict verdict = trust.check(certificates.get(form.theirCertificate()), CertificateUsage.KEY_WRAPPING, at);
        return verdict.problem() == null ? null : verdict.problem().code();
    }

    private byte[] plain(Dialect dialect, Envelope sealed) {
        SealingForm form = Objects.requireNonNull(dialect.sealing());
        try {
            return envelopes.open(form.profile(), keys.get(form.ourKey()), sealed, NOTHING);
        } catch (EnvelopeFailure e) {
            throw new Refusal(FailureCode.SEAL_UNREADABLE);
        }
    }

    private Envelope seal(Dialect dialect, byte[] plain) {
        SealingForm form = Objects.requireNonNull(dialect.sealing());
        return envelopes.seal(form.profile(), certificates.get(form.theirCertificate()), plain, NOTHING);
    }
}
