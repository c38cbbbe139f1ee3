package io.jinqiao.workbench.certs;

import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CryptoProvider;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * PKCS#12 that Bouncy Castle, the JDK and OpenSSL read. A key store's usual hundreds of thousands of iterations slow a guesser down; the
 * password here is 192 random bits, and every start would pay seconds for each key.
 */
final class Pkcs12 {
    private static final int ITERATIONS = 1024;

    private Pkcs12() {}

    static byte[] of(String alias, Issued issued, char[] password)
            throws IOException, GeneralSecurityException {
        try {
            SubjectKeyIdentifier id = new JcaX509ExtensionUtils()
                    .createSubjectKeyIdentifier(issued.certificate().getPublicKey());
            PKCS12SafeBagBuilder key = new PKCS12SafeBagBuilder(
                    PrivateKeyInfo.getInstance(issued.key().getEncoded()), encryptor(password));
            named(key, alias, id);
            PKCS12SafeBag[] certificates = new PKCS12SafeBag[issued.chain().size()];
            for (int i = 0; i < certificates.length; i++) {
                PKCS12SafeBagBuilder bag = new PKCS12SafeBagBuilder(holder(issued.chain().get(i)));
                if (i == 0) {
                    named(bag, alias, id);
                }
                certificates[i] = bag.build();
            }
            PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
            builder.addData(key.build());
            builder.addEncryptedData(encryptor(password), certificates);
            ASN1ObjectIdentifier sha256 = NISTObjectIdentifiers.id_sha256;
            JcePKCS12MacCalculatorBuilder mac = new JcePKCS12MacCalculatorBuilder(sha256)
                    .setIterationCount(ITERATIONS)
                    .setProvider(CryptoProvider.bouncyCastle());
            return builder.build(mac, password).getEncoded();
        } catch (PKCSException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static void named(PKCS12SafeBagBuilder bag, String alias, SubjectKeyIdentifier id) {
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias));
        bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, id);
    }

    private static OutputEncryptor encryptor(char[] password) throws OperatorCreationException {
        return new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                .setIterationCount(ITERATIONS)
                .setProvider(CryptoProvider.bouncyCastle())
                .build(password);
    }

    private static X509CertificateHolder holder(X509Certificate certificate) throws IOException {
        return new X509CertificateHolder(CertificateFiles.der(certificate));
    }
}
