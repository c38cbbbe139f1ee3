package io.jinqiao.signing.algorithm;

import static java.util.Objects.requireNonNull;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.SigningProfile.Form;

/** A profile put to work: algorithm, form and text together. */
public final class Schemes {
    private final Sm2 sm2;

    public Schemes(Sm2Signers signers) {
        this.sm2 = new Sm2(signers);
    }

    public String sign(SigningProfile profile, SigningKey key, byte[] input) {
        requireSame(profile, key.algorithm());
        byte[] signature = switch (profile.algorithm()) {
            case SM2_SM3 -> sm2.sign(requireNonNull(key.scalar()), profile.ourUserId(), input);
            case RSA_SHA256 -> Rsa.sign(requireNonNull(key.rsa()), input);
            case RSA_SHA1_MD5 -> Rsa.signLegacy(requireNonNull(key.rsa()), input);
            case ECDSA_P256, CHANNEL -> Ecdsa.signDigest(requireNonNull(key.scalar()), sha256(input)).raw();
        };
        return write(profile, signature);
    }

    public String signDigest(SigningProfile profile, SigningKey key, byte[] digest) {
        requireSame(profile, key.algorithm());
        if (digest.length != 32) {
            throw new IllegalArgumentException("a digest of 32 bytes is needed");
        }
        byte[] signature = switch (profile.algorithm()) {
            case SM2_SM3 -> sm2.signDigest(requireNonNull(key.scalar()), digest);
            case RSA_SHA256 -> Rsa.signDigest(requireNonNull(key.rsa()), digest);
            case RSA_SHA1_MD5 -> throw new IllegalArgumentException("this algorithm has a digest of its own");
            case ECDSA_P256, CHANNEL -> Ecdsa.signDigest(requireNonNull(key.scalar()), digest).raw();
        };
        return write(profile, signature);
    }

    /** What {@link #signDigest} wants: SM3(Z ‖ M) with our user id, or SHA-256. */
    public byte[] digest(SigningProfile profile, VerifyingKey key, byte[] input) {
        requireSame(profile, key.algorithm());
        return profile.algorithm() == Algorithm.SM2_SM3
                ? Sm2.digest(requireNonNull(key.point()), profile.ourUserId(), input)
                : sha256(input);
    }

    /**
     * Whether the partner's key made this signature with the partner's user id.
     *
     * @throws MalformedSignature when the text is not in the agreed form
     */
    public boolean verifies(SigningProfile profile, VerifyingKey key, byte[] input, String text)
            throws MalformedSignature {
        requireSame(profile, key.algorithm());
        byte[] written = SignatureText.read(profile.text(), text);
        if (profile.algorithm() == Algorithm.RSA_SHA256) {
            return Rsa.verifies(requireNonNull(key.rsa()), input, written);
        }
        if (profile.algorithm() == Algorithm.RSA_SHA1_MD5) {
            return Rsa.verifiesLegacy(requireNonNull(key.rsa()), input, written);
        }
        SignaturePair pair = profile.form() == Form.DER ? SignaturePair.ofDer(written) : SignaturePair.ofRaw(written);
        return profile.algorithm() == Algorithm.SM2_SM3
                ? sm2.verifies(requireNonNull(key.point()), profile.theirUserId(), input, pair.raw())
                : Ecdsa.verifies(requireNonNull(key.point()), sha256(input), pair);
    }

    private static String write(SigningProfile profile, byte[] signature) {
        boolean toDer = profile.algorithm().hasPair() && profile.form() == Form.DER;
        return SignatureText.write(profile.text(), toDer ? der(signature) : signature);
    }

    private static byte[] der(byte[] raw) {
        try {
            return SignaturePair.ofRaw(raw).der();
        } catch (MalformedSignature e) {
            throw new IllegalStateException("our own signature has another length", e);
        }
    }

    private static void requireSame(SigningProfile profile, Algorithm ofKey) {
        if (profile.algorithm().ofKey() != ofKey) {
            throw new IllegalArgumentException("the profile asks for " + profile.algorithm() + ", the key is for " + ofKey);
        }
    }

    private static byte[] sha256(byte[] input) {
        return Digest.of(input).bytes();
    }
}
