package io.jinqiao.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that also makes what a good one would not. SM2 unless a key pair of another kind is handed in. */
public final class TestAuthority {
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    public static final Instant FROM = NOW.minus(Duration.ofDays(100));
    public static final Instant TO = NOW.plus(Duration.ofDays(100));

    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    public final KeyPair pair;
    public final X509Certificate certificate;
    private final X500Name name;
    private final String algorithm;

    private TestAuthority(KeyPair pair, X509Certificate certificate, X500Name name, String algorithm) {
        this.pair = pair;
        this.certificate = certificate;
        this.name = name;
        this.algorithm = algorithm;
    }

    public static TestAuthority root(String name) {
        return root(name, sm2(), "SM3withSM2", KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    public static TestAuthority root(String name, KeyPair pair, String algorithm, int keyUsage) {
        X500Name subject = new X500Name("CN=" + name);
        TestAuthority unsigned = new TestAuthority(pair, null, subject, algorithm);
        Leaf leaf = unsigned.leaf(name).key(pair).authority().usage(keyUsage);
        return new TestAuthority(pair, leaf.issue(), subject, algorithm);
    }

    public TestAuthority intermediate(String name) {
        return intermediate(name, TO);
    }

    TestAuthority intermediate(String name, Instant to) {
        KeyPair own = sm2();
        X509Certificate issued = leaf(name)
                .key(own)
                .authority()
                .to(to)
                .usage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                .issue();
        return new TestAuthority(own, issued, new X500Name("CN=" + name), "SM3withSM2");
    }

    public Leaf leaf(String subject) {
        return new Leaf(subject);
    }

    public X509Certificate signer(String subject) {
        return leaf(subject).issue();
    }

    public Crl crl() {
        return new Crl();
    }

    public final class Leaf {
        private final String subject;
        private KeyPair key = sm2();
        private Instant from = FROM;
        private Instant to = TO;
        private int usage = KeyUsage.digitalSignature;
        private BasicConstraints constraints = new BasicConstraints(false);
        private String signedWith = algorithm;
        private final List<Extension> extensions = new ArrayList<>();

        private Leaf(String subject) {
            this.subject = subject;
        }

        public Leaf key(KeyPair given) {
            this.key = given;
            return this;
        }

        public Leaf from(Instant instant) {
            this.from = instant;
            return this;
        }

        public Leaf to(Instant instant) {
            this.to = instant;
            return this;
        }

        /** 0 for none at all. */
        public Leaf usage(int bits) {
            this.usage = bits;
            return this;
        }

        Leaf authority() {
            this.constraints = new BasicConstraints(true);
            return this;
        }

        /** An authority that may issue to signers only: path length 0. */
        Leaf lastAuthority() {
            this.constraints = new BasicConstraints(0);
            return this;
        }

        public Leaf signedWith(String other) {
            this.signedWith = other;
            return this;
        }

        public Leaf with(String oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.add(Extension.create(new ASN1ObjectIdentifier(oid), critical, value));
                return this;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public X509Certificate issue() {
            try {
                X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(from),
                        Date.from(to),
                        new X500Name("CN=" + subject),
                        key.getPublic());
                builder.addExtension(Extension.basicConstraints, true, constraints);
                if (usage != 0) {
                    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                }
                for (Extension extension : extensions) {
                    builder.addExtension(extension);
                }
                return CertificateFiles.certificate(
                        builder.build(contentSigner(signedWith)).getEncoded());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public final class Crl {
        private Instant thisUpdate = NOW.minus(Duration.ofDays(1));
        private Instant nextUpdate = NOW.plus(Duration.ofDays(1));
        private final List<Map.Entry<X509Certificate, Instant>> revoked = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();

        public Crl from(Instant instant) {
            this.thisUpdate = instant;
            return this;
        }

        public Crl to(Instant instant) {
            this.nextUpdate = instant;
            return this;
        }

        public Crl revoke(X509Certificate certificate, Instant when) {
            revoked.add(Map.entry(certificate, when));
            return this;
        }

        Crl with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.add(Extension.create(oid, critical, value));
                return this;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public X509CRL issue() {
            try {
                JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate, Date.from(thisUpdate));
                if (nextUpdate != null) {
                    builder.setNextUpdate(Date.from(nextUpdate));
                }
                revoked.forEach(r -> builder.addCRLEntry(r.getKey().getSerialNumber(), Date.from(r.getValue()), 1));
                for (Extension extension : extensions) {
                    builder.addExtension(extension);
                }
                return CertificateFiles.revocationLists(
                                builder.build(contentSigner(algorithm)).getEncoded())
                        .get(0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private ContentSigner contentSigner(String with) {
        try {
            return new JcaContentSignerBuilder(with)
                    .setProvider(CryptoProvider.bouncyCastle())
                    .build(pair.getPrivate());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair sm2() {
        return onCurve("sm2p256v1");
    }

    static KeyPair onCurve(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", CryptoProvider.bouncyCastle());
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
