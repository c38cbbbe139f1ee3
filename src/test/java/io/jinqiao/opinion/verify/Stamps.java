package io.jinqiao.opinion.verify;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.TestAuthority;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** Time-stamps of an invented authority under the root of {@link SesPeople}. */
final class Stamps {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4");
    private static final KeyPair KEY = TestAuthority.rsa(2048);
    private static final X509Certificate AUTHORITY = SesPeople.ROOT.leaf("Time, O=Test only")
            .key(KEY)
            .with("2.5.29.37", true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
            .issue();

    private Stamps() {}

    static byte[] token(byte[] signature, Instant at) throws Exception {
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .setProvider(CryptoProvider.bouncyCastle())
                        .build("SHA256withRSA", KEY.getPrivate(), AUTHORITY),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                POLICY);
        generator.addCertificates(new JcaCertStore(List.of(AUTHORITY)));
        TimeStampRequestGenerator request = new TimeStampRequestGenerator();
        request.setCertReq(true);
        return generator
                .generate(request.generate(TSPAlgorithms.SHA256, Digest.of(signature).bytes()), BigInteger.ONE, Date.from(at))
                .getEncoded();
    }
}
