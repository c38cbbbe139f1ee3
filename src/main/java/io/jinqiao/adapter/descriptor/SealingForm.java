package io.jinqiao.adapter.descriptor;

import io.jinqiao.signing.EnvelopeProfile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Messages in a digital envelope: outside one JSON object of texts, inside the envelope's head and the content.
 *
 * @param profile SM4 mode, order and written form of the wrapped key
 * @param head group inside that holds a request's number, time and constants
 * @param request outer member with the ciphertext of a request: Base64 of initialisation vector and ciphertext
 * @param reply the same for an answer
 * @param key outer member with the wrapped key, in Base64
 * @param token outer member with an agreed text under the signature of a request; empty where there is none
 * @param agreed that text; empty where each side opens sessions with the other
 * @param session null but where the token is one the other side gave for a while
 * @param ourKey alias of our key that opens what they seal
 * @param theirCertificate alias of the certificate we seal for
 */
public record SealingForm(
        EnvelopeProfile profile,
        String head,
        String request,
        String reply,
        String key,
        String token,
        WireForm.Constant agreed,
        @Nullable SessionForm session,
        String ourKey,
        String theirCertificate) {

    /**
     * Sessions, opened by {@code session-opening}, whose requests alone have no token.
     *
     * @param lifetime of those we give; theirs say themselves how long they last
     * @param caller what we are called when we ask for one
     * @param sample token in samples and in what kits write; no door takes it
     */
    public record SessionForm(Duration lifetime, String caller, String sample) {}
}
