package io.jinqiao.adapter.descriptor;

import io.jinqiao.signing.EnvelopeProfile;

/**
 * Messages in a digital envelope: outside one JSON object of texts, inside the envelope's head and the content.
 *
 * @param profile SM4 mode, order and written form of the wrapped key
 * @param head group inside that holds a request's number, time and constants
 * @param request outer member with the ciphertext of a request: Base64 of initialisation vector and ciphertext
 * @param reply the same for an answer
 * @param key outer member with the wrapped key, in Base64
 * @param token outer member with an agreed text under the signature of a request; empty where there is none
 * @param agreed that text
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
        String ourKey,
        String theirCertificate) {}
