package io.jinqiao.workbench.certs;

import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.DevelopmentMarker;
import io.jinqiao.workbench.certs.CertsFile.Identity;
import io.jinqiao.workbench.certs.CertsFile.KeyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A root of the development world: issues certificates with the marker, and its revocation list. */
final class CertificateAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Issued root;
    private final ContentSigner signer;

    CertificateAuthority(Issued root) {
        this.root = root;
        this.signer = signer(root);
    }

    Issued root() {
        return root;
    }

    static CertificateAuthority found(String alias, KeyKind kind, Instant from, Instant to) {
        KeyPair pair = KeyPairs.make(kind);
        X500Name name = Names.of("authority", alias);
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name, serial(), Date.from(from), Date.from(to), name, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            identifiers(builder, pair, null);
            ContentSigner itself = signer(pair.getPrivate(), kind == KeyKind.SM2);
            return new CertificateAuthority(new Issued(pair.getPrivate(), List.of(finish(builder, itself))));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot found " + alias, e);
        }
    }

    Issued issue(String alias, Identity identity, Instant from, Instant to) {
        KeyPair pair = KeyPairs.make(identity.key());
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    root.certificate(), serial(), Date.from(from), Date.from(to), Names.principal(identity.owner(), alias), pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            identifiers(builder, pair, root.certificate());
            Usages.add(builder, identity.usage());
            return new Issued(pair.getPrivate(), List.of(finish(builder, signer), root.certificate()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot issue " + alias, e);
        }
    }

    /** @param revoked certificates of ours that are revoked from now on */
    X509CRL list(Collection<X509Certificate> revoked, Instant now, Duration life) {
        try {
            JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(root.certificate(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(life)));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.getEpochSecond())));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root.certificate()));
            for (X509Certificate certificate : revoked) {
                builder.addCRLEntry(certificate.getSerialNumber(), Date.from(now), CRLReason.keyCompromise);
            }
            byte[] der = builder.build(signer).getEncoded();
            return CertificateFiles.revocationLists(der).get(0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a revocation list", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void identifiers(X509v3CertificateBuilder builder, KeyPair pair, @Nullable X509Certificate issuer)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(pair.getPublic()));
        if (issuer != null) {
            builder.addExtension(Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(issuer));
        }
        builder.addExtension(new ASN1ObjectIdentifier(DevelopmentMarker.OID), false, DERNull.INSTANCE);
    }

    private static X509Certificate finish(X509v3CertificateBuilder builder, ContentSigner signer) throws IOException {
        return CertificateFiles.certificate(builder.build(signer).getEncoded());
    }

    private static ContentSigner signer(Issued root) {
        boolean sm2 = root.certificate().getSigAlgOID().equals("1.2.156.10197.1.501");
        return signer(root.key(), sm2);
    }

    private static ContentSigner signer(PrivateKey key, boolean sm2) {
        try {
            return new JcaContentSignerBuilder(sm2 ? "SM3withSM2" : "SHA256withRSA")
                    .setProvider(CryptoProvider.bouncyCastle())
                    .build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("a root key cannot sign", e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(120, RANDOM).setBit(120);
    }
}
