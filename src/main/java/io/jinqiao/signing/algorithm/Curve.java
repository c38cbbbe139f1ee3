package io.jinqiao.signing.algorithm;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** The two curves we sign on. All points are put on one shared curve object, so that its table of multiples is built once. */
public enum Curve {
    SM2(GMObjectIdentifiers.sm2p256v1),
    P256(SECObjectIdentifiers.secp256r1);

    private final ASN1ObjectIdentifier oid;
    private final ECDomainParameters domain;

    Curve(ASN1ObjectIdentifier oid) {
        this.oid = oid;
        X9ECParameters parameters = CustomNamedCurves.getByOID(oid);
        this.domain = new ECDomainParameters(
                parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
    }

    public ECDomainParameters domain() {
        return domain;
    }

    public BigInteger order() {
        return domain.getN();
    }

    /** The curve a public key names; empty for keys of another kind. GM/T 0015-2023 also allows the curve's OID as the algorithm. */
    public static Optional<Curve> of(SubjectPublicKeyInfo key) {
        for (Curve curve : values()) {
            if (curve.names(key.getAlgorithm())) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when the point does not lie on the curve */
    public ECPublicKeyParameters publicKey(SubjectPublicKeyInfo key) {
        return new ECPublicKeyParameters(
                domain.getCurve().decodePoint(key.getPublicKeyData().getOctets()), domain);
    }

    /** @throws IllegalArgumentException when the key is of another kind, or its number out of range */
    public ECPrivateKeyParameters privateKey(byte[] pkcs8) {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
        if (!names(info.getPrivateKeyAlgorithm())) {
            throw new IllegalArgumentException("not a private key on this curve");
        }
        BigInteger d =
                ECPrivateKey.getInstance(info.getPrivateKey().getOctets()).getKey();
        if (this == SM2 && d.equals(order().subtract(BigInteger.ONE))) {
            throw new IllegalArgumentException("an SM2 private key is at most n - 2");
        }
        return new ECPrivateKeyParameters(d, domain);
    }

    private boolean names(AlgorithmIdentifier algorithm) {
        boolean elliptic = algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        boolean itself = algorithm.getAlgorithm().equals(oid);
        return itself || elliptic && oid.equals(algorithm.getParameters());
    }
}
