package io.jinqiao.signing.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Which algorithms a certificate may use: SM2, RSA of 2048 bits and more, NIST curves of 256 bits and more; SM3 or SHA-2. */
public final class Strength {
    private static final int SHORTEST_MODULUS = 2048;

    private static final Set<ASN1ObjectIdentifier> SIGNATURES = Set.of(
            GMObjectIdentifiers.sm2sign_with_sm3,
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512);

    private static final Set<ASN1ObjectIdentifier> CURVES = Set.of(
            GMObjectIdentifiers.sm2p256v1,
            SECObjectIdentifiers.secp256r1,
            SECObjectIdentifiers.secp384r1,
            SECObjectIdentifiers.secp521r1);

    private Strength() {}

    /** What is too weak or unknown: an OID or a number of bits; empty when nothing. */
    public static Optional<String> weakness(byte[] der) {
        Certificate parsed = Certificate.getInstance(der);
        ASN1ObjectIdentifier signature = parsed.getSignatureAlgorithm().getAlgorithm();
        return SIGNATURES.contains(signature) ? weakness(parsed.getSubjectPublicKeyInfo()) : Optional.of(signature.getId());
    }

    private static Optional<String> weakness(SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            int bits = modulus(key).bitLength();
            return bits < SHORTEST_MODULUS ? Optional.of("RSA " + bits) : Optional.empty();
        }
        ASN1Encodable curve = key.getAlgorithm().getParameters();
        boolean elliptic = algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey) && curve instanceof ASN1ObjectIdentifier;
        ASN1ObjectIdentifier named = elliptic ? (ASN1ObjectIdentifier) curve : algorithm;
        return CURVES.contains(named) ? Optional.empty() : Optional.of(named.getId());
    }

    private static BigInteger modulus(SubjectPublicKeyInfo key) {
        try {
            RSAPublicKey read = RSAPublicKey.getInstance(key.parsePublicKey());
            return read == null ? BigInteger.ZERO : read.getModulus();
        } catch (IOException | RuntimeException e) { // not read as a key: as weak as none
            return BigInteger.ZERO;
        }
    }
}
