package io.jinqiao.opinion.seal;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.opinion.ses.MalformedSeal;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SignerList;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.OfflineSignature;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.signing.Trust;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;

/** A seal somebody hands in, before it is believed. */
public record ReceivedSeal(Seal seal) {

    /** @throws Refusal unless it is strict DER of a version 4 seal */
    public static ReceivedSeal read(byte[] data) {
        try {
            return new ReceivedSeal(Seal.decode(data));
        } catch (MalformedSeal e) {
            throw invalid(e.getMessage());
        }
    }

    /** @throws Refusal unless a trusted maker signed it */
    public void requireGood(Trust trust, Instant at) {
        X509Certificate maker = maker();
        boolean signed = seal.algorithm().equals(SesKey.SM2_SM3)
                && OfflineSignature.verifies(
                        SigningProfile.sm2(Form.DER, Text.BASE64),
                        maker,
                        seal.info().encoded(),
                        Base64.getEncoder().encodeToString(seal.signature().bytes()));
        if (!signed) {
            throw invalid("制章者签名无效 / the maker's signature is not good");
        }
        trust.check(maker, CertificateUsage.DOCUMENT_SEAL, at).requireAccepted();
    }

    /** @throws Refusal unless the seal names the certificate as one that may use it */
    public void requireListed(X509Certificate user) {
        boolean listed = seal.info().property().signers() instanceof SignerList.Certificates list
                && list.certificates().contains(Octets.of(CertificateFiles.der(user)));
        if (!listed) {
            throw invalid("印章未列入本中心的签章证书 / the seal does not list the centre's certificate");
        }
    }

    private X509Certificate maker() {
        try {
            return CertificateFiles.certificate(seal.makerCertificate().bytes());
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw invalid("制章者证书不可读 / the maker's certificate cannot be read");
        }
    }

    private static Refusal invalid(String why) {
        return new Refusal(FailureCode.OPINION_SEAL_INVALID, why);
    }
}
