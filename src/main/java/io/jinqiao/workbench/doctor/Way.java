package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.SigningProfile;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the question is written: as agreed, or with one thing otherwise.
 *
 * @param input bytes that are signed; null where a rule gives none for this question
 * @param sealing null for messages that are not sealed
 * @param body finished bytes to what is sent
 */
record Way(
        SigningProfile profile,
        String key,
        Function<Unsigned, byte @Nullable []> input,
        @Nullable EnvelopeProfile sealing,
        UnaryOperator<byte[]> body) {

    static Way agreed(SigningProfile profile, String key, @Nullable EnvelopeProfile sealing) {
        return new Way(profile, key, Unsigned::signingInput, sealing, UnaryOperator.identity());
    }

    Way with(SigningProfile other) {
        return new Way(other, key, input, sealing, body);
    }

    Way withKey(String other) {
        return new Way(profile, other, input, sealing, body);
    }

    Way withInput(Function<Unsigned, byte @Nullable []> other) {
        return new Way(profile, key, other, sealing, body);
    }

    Way withSealing(EnvelopeProfile other) {
        return new Way(profile, key, input, other, body);
    }

    Way withBody(UnaryOperator<byte[]> other) {
        return new Way(profile, key, input, sealing, other);
    }
}
