package io.jinqiao.opinion.pdf;

import io.jinqiao.opinion.SealDevice;
import io.jinqiao.signing.CryptoProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Detached CAdES signatures as PAdES baseline wants them: signed attributes content type, message digest and signing-certificate-v2, no
 * signing time (that stands in the PDF). One per seal device; safe for use by many threads.
 */
final class Cades {
    private static final AlgorithmIdentifier RSA_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private static final AlgorithmIdentifier ECDSA_SHA256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private static final AlgorithmIdentifier SM2_SM3 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);

    private final SealDevice device;
    private final JcaX509CertificateHolder certificate;
    private final JcaCertStore chain;
    private final Attribute signingCertificate;
    private final DigestCalculatorProvider digests;

    Cades(SealDevice device) {
        this.device = device;
        List<X509Certificate> certificates = device.chain();
        try {
            this.certificate = new JcaX509CertificateHolder(certificates.get(0));
            this.chain = new JcaCertStore(certificates);
            this.signingCertificate = signingCertificate(certificates.get(0));
            JcaDigestCalculatorProviderBuilder calculators = new JcaDigestCalculatorProviderBuilder();
            this.digests = algorithm(certificates.get(0)).equals(SM2_SM3)
                    ? calculators.setProvider(CryptoProvider.bouncyCastle()).build() // no JDK has SM3
                    : calculators.build();
        } catch (CertificateEncodingException | OperatorCreationException e) {
            throw new IllegalStateException("the seal's certificate cannot be used", e);
        }
    }

    /** An upper bound of a signature's size in bytes: it does not depend on what is signed, but for a few bytes with ECDSA. */
    int largest() {
        return sign(new byte[0]).length + 64;
    }

    byte[] sign(byte[] covered) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(digests)
                    .setSignedAttributeGenerator(this::attributes)
                    .build(new DeviceSigner(device), certificate));
            generator.addCertificates(chain);
            CMSSignedData signed = generator.generate(new CMSProcessableByteArray(covered), false);
            return signed.toASN1Structure().getEncoded("DER");
        } catch (OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("the seal could not be made", e);
        }
    }

    private static AlgorithmIdentifier algorithm(X509Certificate certificate) {
        AlgorithmIdentifier key = SubjectPublicKeyInfo.getInstance(certificate.getPublicKey().getEncoded()).getAlgorithm();
        if (key.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return RSA_SHA256;
        }
        return GMObjectIdentifiers.sm2p256v1.equals(key.getParameters()) ? SM2_SM3 : ECDSA_SHA256;
    }

    @SuppressWarnings("rawtypes")
    private AttributeTable attributes(Map parameters) {
        Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
        put(table, new Attribute(
                CMSAttributes.contentType,
                new DERSet((ASN1ObjectIdentifier) parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE))));
        put(table, new Attribute(
                CMSAttributes.messageDigest,
                new DERSet(new org.bouncycastle.asn1.DEROctetString(
                        (byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST)))));
        put(table, signingCertificate);
        return new AttributeTable(table);
    }

    private static void put(Hashtable<ASN1ObjectIdentifier, Attribute> table, Attribute attribute) {
        table.put(attribute.getAttrType(), attribute);
    }

    private static Attribute signingCertificate(X509Certificate certificate) throws CertificateEncodingException {
        JcaX509CertificateHolder holder = new JcaX509CertificateHolder(certificate);
        IssuerSerial issuer = new IssuerSerial(
                new GeneralNames(new GeneralName(holder.getIssuer())), holder.getSerialNumber());
        byte[] digest = io.jinqiao.message.Digest.of(certificate.getEncoded()).bytes();
        ESSCertIDv2 id = new ESSCertIDv2(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), digest, issuer);
        return new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
    }

    /** Hands the bytes of the signed attributes to the device. */
    private static final class DeviceSigner implements ContentSigner {
        private final SealDevice device;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

        DeviceSigner(SealDevice device) {
            this.device = device;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm(device.chain().get(0));
        }

        @Override
        public OutputStream getOutputStream() {
            return bytes;
        }

        @Override
        public byte[] getSignature() {
            return device.sign(bytes.toByteArray());
        }
    }
}
