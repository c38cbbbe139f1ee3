package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.message.Refusal;
import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeFailure;
import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.Envelopes;
import io.jinqiao.signing.Keys;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer's digital envelope, opened as agreed or in the ways that are taken for it. */
final class SealReading {
    private static final byte[] NOTHING = new byte[0];

    private final Folder folder;
    private final Papers papers;
    private final Envelopes envelopes = new Envelopes(new SecureRandom());

    SealReading(Folder folder, Papers papers) {
        this.folder = folder;
        this.papers = papers;
    }

    /** @param reply the same when nothing is sealed; null when it could not be opened or read */
    record Opened(@Nullable FramedReply reply, Optional<Symptom> wrong) {}

    Opened open(FramedReply reply) {
        Envelope sealed = reply.sealed();
        if (sealed == null) {
            return new Opened(reply, Optional.empty());
        }
        SealingForm form = Objects.requireNonNull(folder.dialect().sealing());
        byte[] plain = opened(form.profile(), form.ourKey(), sealed);
        if (plain != null) {
            return read(reply, plain, Optional.empty());
        }
        for (Map.Entry<String, EnvelopeProfile> other : Forms.envelopes(form.profile()).entrySet()) {
            plain = opened(other.getValue(), form.ourKey(), sealed);
            if (plain != null) {
                return read(reply, plain, Optional.of(Symptom.of(Sign.OPENS_AS, other.getKey())));
            }
        }
        for (String alias : papers.keys().keySet()) {
            plain = opened(form.profile(), alias, sealed);
            if (plain != null) {
                return read(reply, plain, Optional.of(Symptom.of(Sign.OPENS_WITH_OTHER_KEY, alias)));
            }
        }
        return new Opened(null, Optional.of(Symptom.of(Sign.OPENS_NOHOW, form.ourKey())));
    }

    private Opened read(FramedReply reply, byte[] plain, Optional<Symptom> wrong) {
        Charset charset = folder.dialect().descriptor().charset();
        String other = Charsets.other(plain, charset, null);
        if (other != null) {
            return new Opened(null, wrong.or(() -> Optional.of(Symptom.of(Sign.OTHER_CHARSET, other, charset.name()))));
        }
        try {
            return new Opened(folder.dialect().unsealed(reply, plain), wrong);
        } catch (Refusal e) {
            return new Opened(null, wrong.or(() -> Optional.of(Symptom.of(Sign.UNREADABLE, e.getMessage()))));
        }
    }

    private byte @Nullable [] opened(EnvelopeProfile profile, String alias, Envelope sealed) {
        Keys.Entry own = papers.keys().get(alias);
        try {
            return own == null ? null : envelopes.open(profile, own, sealed, NOTHING);
        } catch (EnvelopeFailure | IllegalArgumentException e) {
            return null;
        }
    }
}
