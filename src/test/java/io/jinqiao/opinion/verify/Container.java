package io.jinqiao.opinion.verify;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CryptoProvider;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;

/** A CAdES container over some bytes, whose attributes and certificates can be others than they should be. */
final class Container {
    static final byte[] COVERED = {1, 2, 3};

    byte[] covered = COVERED;
    private final KeyPair key;
    private final X509Certificate certificate;
    private final String algorithm;
    private final Map<ASN1ObjectIdentifier, List<ASN1Encodable>> changed = new java.util.HashMap<>();
    private final Map<ASN1ObjectIdentifier, List<ASN1Encodable>> unsigned = new java.util.HashMap<>();
    boolean attributes = true;
    boolean inside;
    int signers = 1;
    List<X509Certificate> certificates;

    Container(KeyPair key, X509Certificate certificate, String algorithm) {
        this.key = key;
        this.certificate = certificate;
        this.algorithm = algorithm;
        this.certificates = List.of(certificate);
    }

    /** No values: the attribute is left out. */
    Container with(ASN1ObjectIdentifier attribute, ASN1Encodable... values) {
        changed.put(attribute, List.of(values));
        return this;
    }

    Container withUnsigned(ASN1ObjectIdentifier attribute, ASN1Encodable... values) {
        unsigned.put(attribute, List.of(values));
        return this;
    }

    static SigningCertificateV2 naming(X509Certificate certificate) {
        return new SigningCertificateV2(new ESSCertIDv2(Digest.of(CertificateFiles.der(certificate)).bytes()));
    }

    /** Adds a time-stamp over the signature value. */
    byte[] stamped(Instant at) throws Exception {
        CMSSignedData signed = new CMSSignedData(der());
        SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
        byte[] token = Stamps.token(signer.getSignature(), at);
        Attribute attribute = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token)));
        AttributeTable table = new AttributeTable(attribute);
        SignerInformation with = SignerInformation.replaceUnsignedAttributes(signer, table);
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(with)).toASN1Structure().getEncoded("DER");
    }

    byte[] der() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        for (int i = 0; i < signers; i++) {
            JcaSimpleSignerInfoGeneratorBuilder builder =
                    new JcaSimpleSignerInfoGeneratorBuilder().setProvider(CryptoProvider.bouncyCastle());
            builder.setDirectSignature(!attributes);
            builder.setSignedAttributeGenerator(this::signed);
            if (!unsigned.isEmpty()) {
                builder.setUnsignedAttributeGenerator(given -> table(unsigned));
            }
            generator.addSignerInfoGenerator(builder.build(algorithm, key.getPrivate(), certificate));
        }
        generator.addCertificates(new JcaCertStore(certificates));
        CMSSignedData signed = generator.generate(new CMSProcessableByteArray(covered), inside);
        return signed.toASN1Structure().getEncoded("DER");
    }

    @SuppressWarnings("rawtypes")
    private AttributeTable signed(Map given) {
        Map<ASN1ObjectIdentifier, List<ASN1Encodable>> all = new java.util.HashMap<>();
        all.put(CMSAttributes.contentType, List.of(PKCSObjectIdentifiers.data));
        all.put(CMSAttributes.messageDigest, List.of(new DEROctetString((byte[]) given.get(CMSAttributeTableGenerator.DIGEST))));
        all.put(PKCSObjectIdentifiers.id_aa_signingCertificateV2, List.of(naming(certificate)));
        all.putAll(changed);
        return table(all);
    }

    private static AttributeTable table(Map<ASN1ObjectIdentifier, List<ASN1Encodable>> all) {
        Hashtable<ASN1ObjectIdentifier, Attribute> table = new Hashtable<>();
        all.forEach((id, values) -> {
            ASN1EncodableVector vector = new ASN1EncodableVector();
            new ArrayList<>(values).forEach(vector::add);
            if (id.equals(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken) || !values.isEmpty()) {
                table.put(id, new Attribute(id, new DERSet(vector)));
            }
        });
        return new AttributeTable(table);
    }
}
