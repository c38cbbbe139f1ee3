package io.jinqiao.opinion.ses;

import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.TestAuthority;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A seal maker, the centre that seals, and somebody else; all invented, under one SM2 root. */
public final class SesPeople {
    /** When the test documents are sealed. */
    public static final Instant SEALED = TestAuthority.NOW;

    public static final String CENTRE = "示范市住房公积金中心";

    public static final TestAuthority ROOT = TestAuthority.root("Seal Test Root, O=Test only");
    public static final SesKey MAKER = key(ROOT, "Seal Maker, O=Invented Seal Works");
    public static final SesKey SIGNER = key(ROOT, "Seal Signer, O=" + CENTRE);
    public static final SesKey STRANGER = key(ROOT, "Other Signer, O=另一中心");

    private SesPeople() {}

    /** A signer with key usage for documents. */
    public static SesKey key(TestAuthority issuer, String subject) {
        KeyPair pair = TestAuthority.sm2();
        return key(
                pair,
                issuer.leaf(subject)
                        .key(pair)
                        .usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)
                        .issue());
    }

    public static SesKey key(KeyPair pair, X509Certificate certificate) {
        return new SesKey() {
            @Override
            public X509Certificate certificate() {
                return certificate;
            }

            @Override
            public byte[] sign(byte[] bytes) {
                try {
                    Signature signature = Signature.getInstance("SM3withSM2", CryptoProvider.bouncyCastle());
                    signature.initSign(pair.getPrivate());
                    signature.update(bytes);
                    return signature.sign();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    public static SealInfo info(SignerList signers) {
        return info(signers, CENTRE + "贷款审批专用章", SEALED.minus(Duration.ofDays(30)), SEALED.plus(Duration.ofDays(60)));
    }

    public static SealInfo info(SignerList signers, String name, Instant from, Instant to) {
        return new SealInfo(
                "jinqiao-test",
                "51010000000001",
                new SealProperty(SealProperty.ORGANISATION, name, signers, from, from, to),
                new SealImage("png", Octets.of(new byte[] {1, 2, 3, 4}), 42, 42),
                List.of());
    }

    /** The whole certificates of these keys. */
    public static SignerList listed(SesKey... keys) {
        return new SignerList.Certificates(List.of(keys).stream()
                .map(key -> Octets.of(io.jinqiao.signing.CertificateFiles.der(key.certificate())))
                .toList());
    }

    public static Seal seal() {
        return Seal.made(info(listed(SIGNER)), MAKER);
    }

    public static ToSign toSign(Seal seal) {
        return new ToSign(seal, SEALED, Octets.of(new byte[32]), "/Doc_0/Signs/Sign_0/Signature.xml", List.of());
    }
}
