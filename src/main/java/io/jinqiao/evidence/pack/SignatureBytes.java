package io.jinqiao.evidence.pack;

import io.jinqiao.signing.SignatureForms;
import io.jinqiao.signing.SigningProfile;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A signature as OpenSSL wants it: DER for SM2 and ECDSA, the bare number for RSA. */
final class SignatureBytes {
    private SignatureBytes() {}

    /** Empty when the text is not in the agreed form. */
    static Optional<byte[]> forOpenssl(SigningProfile profile, String text) {
        if (!profile.signs()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = switch (profile.text()) {
                case BASE64 -> Base64.getDecoder().decode(text);
                case HEX -> HexFormat.of().parseHex(text.toLowerCase(java.util.Locale.ROOT));
                case HEX_R_HASH_S -> HexFormat.of().parseHex(text.replace("#", "").toLowerCase(java.util.Locale.ROOT));
            };
            boolean pair = profile.algorithm().hasPair();
            return Optional.of(pair && profile.form() == SigningProfile.Form.RAW ? SignatureForms.rawToDer(bytes) : bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
