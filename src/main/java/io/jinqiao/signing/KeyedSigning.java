package io.jinqiao.signing;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.algorithm.MalformedSignature;
import io.jinqiao.signing.algorithm.Schemes;
import io.jinqiao.signing.algorithm.SelfTest;
import io.jinqiao.signing.algorithm.SigningKey;
import io.jinqiao.signing.algorithm.Sm2Signers;
import io.jinqiao.signing.algorithm.VerifyingKey;
import io.jinqiao.signing.certificate.KnownCertificate;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Signing with the key ring, verifying with the pinned certificates. Does not come up when the primitives fail their self-test. */
@Service
final class KeyedSigning implements Signing {
    private final KeyRing keys;
    private final ConfiguredCertificates certificates;
    private final ConfiguredTrust trust;
    private final Schemes schemes;

    @Autowired
    KeyedSigning(KeyRing keys, ConfiguredCertificates certificates, ConfiguredTrust trust) {
        this(keys, certificates, trust, SelfTest.ofThisHouse()::require);
    }

    /** @param selfTest throws when the primitives are not to be relied on */
    KeyedSigning(KeyRing keys, ConfiguredCertificates certificates, ConfiguredTrust trust, Runnable selfTest) {
        selfTest.run();
        this.keys = keys;
        this.certificates = certificates;
        this.trust = trust;
        this.schemes = new Schemes(new Sm2Signers(new SecureRandom()));
    }

    @Override
    public String sign(SigningProfile profile, String keyAlias, byte[] input) {
        return schemes.sign(profile, signingKey(profile, keyAlias), input);
    }

    @Override
    public String signDigest(SigningProfile profile, String keyAlias, byte[] digest) {
        return schemes.signDigest(profile, signingKey(profile, keyAlias), digest);
    }

    @Override
    public byte[] digest(SigningProfile profile, String keyAlias, byte[] input) {
        return schemes.digest(profile, signingKey(profile, keyAlias).publicHalf(), input);
    }

    @Override
    public Verdict verify(
            SigningProfile profile, List<String> certificateAliases, byte[] input, @Nullable String signature, Instant at) {
        if (!profile.signs()) {
            return new Verdict(null, true, null, null, null);
        }
        if (signature == null || signature.isEmpty()) {
            return refused(Problem.of(FailureCode.SIGNATURE_MISSING));
        }
        try {
            for (String alias : certificateAliases) {
                if (made(profile, alias, input, signature)) {
                    return trust.check(certificates.known(alias), CertificateUsage.MESSAGE_SIGNATURE, at);
                }
            }
            return foreign(profile, certificateAliases, input, signature);
        } catch (MalformedSignature e) {
            return refused(Problem.of(FailureCode.SIGNATURE_MALFORMED, profile.theirWords()));
        }
    }

    /** Somebody else's good signature is told from a bad one: most often a partner sent with the wrong key. */
    private Verdict foreign(SigningProfile profile, List<String> own, byte[] input, String signature)
            throws MalformedSignature {
        for (String alias : certificates.aliases()) {
            boolean comparable = !own.contains(alias) && sameKind(profile, alias);
            if (comparable && made(profile, alias, input, signature)) {
                KnownCertificate other = certificates.known(alias);
                return new Verdict(
                        Problem.of(FailureCode.SIGNER_NOT_PINNED), false, other.der(), other.fingerprint(), null);
            }
        }
        return refused(Problem.of(FailureCode.SIGNATURE_INVALID));
    }

    private boolean made(SigningProfile profile, String alias, byte[] input, String signature) throws MalformedSignature {
        VerifyingKey key = certificates.key(alias);
        return schemes.verifies(profile, key, input, signature);
    }

    @Override
    public List<String> problems(SigningProfile profile, @Nullable String keyAlias, List<String> certificateAliases) {
        List<String> problems = new ArrayList<>();
        if (!profile.signs()) {
            return problems;
        }
        if (keyAlias != null) {
            problem(profile, keyAlias, () -> keys.signingKey(keyAlias).algorithm()).ifPresent(problems::add);
        }
        for (String alias : certificateAliases) {
            problem(profile, alias, () -> certificates.key(alias).algorithm()).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<String> problem(SigningProfile profile, String alias, Supplier<Algorithm> ofKey) {
        try {
            Algorithm algorithm = ofKey.get();
            return algorithm == profile.algorithm().ofKey()
                    ? Optional.empty()
                    : Optional.of(alias + ": a key for " + algorithm + ", the profile asks for " + profile.algorithm());
        } catch (IllegalArgumentException e) {
            return Optional.of(alias + ": " + e.getMessage());
        }
    }

    private boolean sameKind(SigningProfile profile, String alias) {
        try {
            return certificates.key(alias).algorithm() == profile.algorithm().ofKey();
        } catch (IllegalArgumentException e) {
            return false; // a certificate for TLS only, on a curve no profile has
        }
    }

    private SigningKey signingKey(SigningProfile profile, String alias) {
        if (!profile.signs()) {
            throw new IllegalArgumentException("this profile signs nothing");
        }
        return keys.signingKey(alias);
    }

    private static Verdict refused(Problem problem) {
        return new Verdict(problem, false, null, null, null);
    }
}
