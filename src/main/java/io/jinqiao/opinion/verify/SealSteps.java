package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.MalformedSeal;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealProperty;
import io.jinqiao.opinion.ses.SealedValue;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SignerList;
import io.jinqiao.signing.OfflineSignature;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps 5 and 7 to 9: the two signatures of a sealed value, the seal, who may use it, and when. */
final class SealSteps {
    /** How far the clock of whoever sealed may be ahead of ours. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final SigningProfile SM2 = SigningProfile.sm2(Form.DER, Text.BASE64);

    private SealSteps() {}

    /** The signature over what was to be signed, by the certificate in the sealed value; the description names the same algorithm. */
    static List<Finding> signature(String described, SealedValue value) {
        List<Finding> failed = new ArrayList<>();
        Stream.of(described, value.algorithm())
                .distinct()
                .filter(algorithm -> !algorithm.equals(SesKey.SM2_SM3))
                .forEach(a -> failed.add(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.ALGORITHM, OfdSteps.shown(a))));
        X509Certificate signer = Certificates.read(value.certificate());
        if (signer == null) {
            failed.add(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.CERTIFICATE_UNREADABLE));
        } else if (!verifies(signer, value.toSign().encoded(), value.signature())) {
            failed.add(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG));
        }
        return OfdSteps.orPassed(VerificationStep.SIGNATURE, failed);
    }

    /** The seal in the package is the one that was used, and its maker made it. */
    static List<Finding> seal(byte @Nullable [] inPackage, Seal used) {
        List<Finding> failed = new ArrayList<>();
        same(inPackage, used, failed);
        if (!used.algorithm().equals(SesKey.SM2_SM3)) {
            failed.add(Finding.failed(VerificationStep.SEAL, DocumentFault.ALGORITHM, used.algorithm()));
        }
        X509Certificate maker = Certificates.read(used.makerCertificate());
        if (maker == null) {
            failed.add(Finding.failed(VerificationStep.SEAL, DocumentFault.CERTIFICATE_UNREADABLE));
        } else if (!verifies(maker, used.info().encoded(), used.signature())) {
            failed.add(Finding.failed(VerificationStep.SEAL, DocumentFault.MAKER_SIGNATURE_WRONG));
        }
        used.info().extensions().stream()
                .filter(extension -> extension.critical())
                .forEach(e -> failed.add(Finding.failed(VerificationStep.SEAL, DocumentFault.CRITICAL_EXTENSION, e.id())));
        return OfdSteps.orPassed(VerificationStep.SEAL, failed);
    }

    private static void same(byte @Nullable [] inPackage, Seal used, List<Finding> failed) {
        if (inPackage == null) {
            failed.add(Finding.failed(VerificationStep.SEAL, DocumentFault.SEAL_MISSING));
            return;
        }
        try {
            if (!Seal.decode(inPackage).equals(used)) {
                failed.add(Finding.failed(VerificationStep.SEAL, DocumentFault.SEAL_DIFFERS));
            }
        } catch (MalformedSeal e) {
            BadFile bad = OfdSteps.malformed(e);
            failed.add(Finding.failed(VerificationStep.SEAL, bad.fault(), bad.arguments()));
        }
    }

    /** The signer's certificate is in the seal's list, by its bytes or by their SM3 digest. */
    static List<Finding> listed(SignerList list, Octets certificate) {
        boolean there = list instanceof SignerList.Certificates whole
                ? whole.certificates().contains(certificate)
                : ((SignerList.Digests) list)
                        .digests().stream().anyMatch(digest -> Digests.of(digest.type())
                                .filter(d -> Arrays.equals(d.apply(certificate.bytes()), digest.value().bytes()))
                                .isPresent());
        return List.of(
                there
                        ? Finding.passed(VerificationStep.SEAL_LIST)
                        : Finding.failed(VerificationStep.SEAL_LIST, DocumentFault.NOT_LISTED));
    }

    /** The seal was valid when it was used, and that was not in the future; both ends of the validity are inside. */
    static List<Finding> times(Instant sealed, SealProperty seal, Instant now) {
        List<Finding> failed = new ArrayList<>(notInFuture(sealed, now));
        if (sealed.isBefore(seal.from())) {
            failed.add(Finding.failed(VerificationStep.TIMES, DocumentFault.SEAL_NOT_YET_VALID, seal.from().toString()));
        }
        if (sealed.isAfter(seal.to())) {
            failed.add(Finding.failed(VerificationStep.TIMES, DocumentFault.SEAL_EXPIRED, seal.to().toString()));
        }
        return OfdSteps.orPassed(VerificationStep.TIMES, failed);
    }

    static List<Finding> notInFuture(Instant sealed, Instant now) {
        return sealed.isAfter(now.plus(CLOCKS_APART))
                ? List.of(Finding.failed(VerificationStep.TIMES, DocumentFault.TIME_IN_FUTURE, sealed.toString()))
                : List.of();
    }

    private static boolean verifies(X509Certificate certificate, byte[] bytes, Octets signature) {
        return OfflineSignature.verifies(SM2, certificate, bytes, Base64.getEncoder().encodeToString(signature.bytes()));
    }
}
