package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.SealedLicence;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealedValue;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All steps for an OFD document, in their order; decisions are in the steps. */
public final class OfdVerification {
    private OfdVerification() {}

    public static DocumentVerdict verify(byte[] file, VerificationBasis basis) {
        return LastResort.verdict("ofd", file, basis, findings -> read(file, findings, basis));
    }

    public static SealedLicence licence(byte[] file, VerificationBasis basis) {
        return LastResort.licence("ofd", findings -> read(file, findings, basis));
    }

    private static @Nullable Face read(byte[] file, Findings findings, VerificationBasis basis) {
        OfdDocument document;
        try {
            document = OfdDocument.read(file);
        } catch (BadFile e) {
            findings.failed(VerificationStep.PACKAGE, e);
            return null;
        }
        findings.add(DocumentVerdict.Finding.passed(VerificationStep.PACKAGE));
        findings.add(OfdSteps.digests(document)).add(OfdSteps.coverage(document));
        try {
            sealed(findings, document, OfdSteps.value(document), basis);
        } catch (BadFile e) {
            findings.failed(VerificationStep.SIGNED_DATA, e);
        }
        return new Face(document.text(), document.metadata());
    }

    private static void sealed(Findings findings, OfdDocument document, SealedValue value, VerificationBasis basis) {
        Seal seal = value.toSign().seal();
        Instant sealed = value.toSign().time();
        Octets token = value.timeStamp();
        StampStep stamp = StampStep.of(token == null ? null : token.bytes(), value.signature().bytes(), basis);
        Instant proven = stamp.proven() == null ? basis.now() : stamp.proven();
        X509Certificate signer = Certificates.read(value.certificate());
        X509Certificate maker = Certificates.read(seal.makerCertificate());
        findings.add(OfdSteps.signedData(document, value))
                .add(SealSteps.signature(document.signatureMethod(), value))
                .add(Certificates.trusted(VerificationStep.SIGNER_CERTIFICATE, signer, sealed, basis))
                .add(Certificates.revocation(VerificationStep.SIGNER_REVOCATION, signer, proven, basis))
                .add(SealSteps.seal(sealInPackage(document), seal))
                .add(Certificates.trusted(VerificationStep.MAKER_CERTIFICATE, maker, sealed, basis))
                .add(Certificates.revocation(VerificationStep.MAKER_REVOCATION, maker, proven, basis))
                .add(SealSteps.listed(seal.info().property().signers(), value.certificate()))
                .add(SealSteps.times(sealed, seal.info().property(), basis.now()))
                .add(stamp.finding())
                .add(BusinessSteps.sealOf(seal.info().property().name(), basis.organisations()));
    }

    private static byte @Nullable [] sealInPackage(OfdDocument document) {
        return document.sealPath() == null ? null : document.files().get(document.sealPath());
    }
}
