package io.jinqiao.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * What a time-stamp token proves: these 32 bytes existed at that time, says that authority.
 *
 * @param revocation what was known of the authority's certificate
 */
public record TimeStamp(Instant time, BigInteger serial, X509Certificate authority, String revocation) {

    /**
     * Reads a token and believes nothing before it is checked: digest, signature, signing-certificate attribute, purpose, and the
     * authority's certificate at the time it says.
     *
     * @param token DER of the TimeStampToken
     * @throws TimeStampFailure when any of it does not hold
     */
    public static TimeStamp verified(byte[] token, byte[] sha256, Trust trust) {
        try {
            TimeStampToken parsed = new TimeStampToken(new CMSSignedData(token));
            requireDigest(parsed, sha256);
            X509CertificateHolder signer = signer(parsed);
            parsed.validate(verifier(signer));
            return trusted(parsed, signer, trust);
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            throw e instanceof TimeStampFailure failure ? failure : new TimeStampFailure("the time-stamp does not verify", e);
        }
    }

    /** Who issued the authority's certificate, as the token itself says; empty when it is no readable token. Believes nothing. */
    public static Optional<X500Principal> issuerOfAuthority(byte[] token) {
        try {
            X509CertificateHolder signer = signer(new TimeStampToken(new CMSSignedData(token)));
            return Optional.of(CertificateFiles.certificate(signer.getEncoded()).getIssuerX500Principal());
        } catch (TSPException | CMSException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static TimeStamp trusted(TimeStampToken token, X509CertificateHolder signer, Trust trust) throws IOException {
        X509Certificate authority = CertificateFiles.certificate(signer.getEncoded());
        Instant time = token.getTimeStampInfo().getGenTime().toInstant();
        Verdict verdict = trust.check(authority, CertificateUsage.TIME_STAMPING, time);
        if (verdict.problem() != null) {
            throw new TimeStampFailure(
                    "the time-stamp authority is not believed: "
                            + verdict.problem().code().code(),
                    null);
        }
        return new TimeStamp(
                time,
                token.getTimeStampInfo().getSerialNumber(),
                authority,
                verdict.revocation() == null ? "not-asked" : verdict.revocation());
    }

    private static void requireDigest(TimeStampToken token, byte[] sha256) {
        boolean algorithm =
                NISTObjectIdentifiers.id_sha256.equals(token.getTimeStampInfo().getMessageImprintAlgOID());
        if (!algorithm || !Arrays.equals(sha256, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new TimeStampFailure("the time-stamp is over other bytes", null);
        }
    }

    private static X509CertificateHolder signer(TimeStampToken token) {
        Store<X509CertificateHolder> inside = token.getCertificates();
        return inside.getMatches(null).stream()
                .filter(certificate -> token.getSID().match(certificate))
                .findFirst()
                .orElseThrow(() -> new TimeStampFailure("the authority's certificate is not in the token", null));
    }

    private static SignerInformationVerifier verifier(X509CertificateHolder signer) {
        try {
            return new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CryptoProvider.bouncyCastle())
                    .build(signer);
        } catch (OperatorCreationException | CertificateException e) {
            throw new TimeStampFailure("nobody here can verify the authority's signature", e);
        }
    }
}
