package io.jinqiao.opinion.verify;

import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * Much of a signature container is covered by no signature: versions, names of content types, the list of digests, who signed. There is one
 * way to write all that, so it is written again from what counts and must give the same bytes.
 */
final class PdfContainer {
    private PdfContainer() {}

    /** Free are only the certificates beside the signer's and what is inside a time-stamp. */
    static boolean plain(CMSSignedData read, SignerInformation signer, X509CertificateHolder certificate, byte[] der) throws IOException {
        SignedData data = SignedData.getInstance(read.toASN1Structure().getContent());
        SignerInfo info = signer.toASN1Structure();
        return bare(info.getDigestAlgorithm())
                && bare(info.getDigestEncryptionAlgorithm())
                && onlyTimeStamp(signer.getUnsignedAttributes())
                && Arrays.equals(der, again(data, info, certificate));
    }

    private static byte[] again(SignedData data, SignerInfo info, X509CertificateHolder certificate) throws IOException {
        SignerInfo signer = new SignerInfo(
                new SignerIdentifier(new IssuerAndSerialNumber(certificate.toASN1Structure())),
                info.getDigestAlgorithm(),
                info.getAuthenticatedAttributes(),
                info.getDigestEncryptionAlgorithm(),
                info.getEncryptedDigest(),
                info.getUnauthenticatedAttributes());
        SignedData plain = new SignedData(
                new DERSet(info.getDigestAlgorithm()),
                new ContentInfo(CMSObjectIdentifiers.data, null),
                data.getCertificates(),
                null,
                new DERSet(signer));
        return new ContentInfo(CMSObjectIdentifiers.signedData, plain).getEncoded(ASN1Encoding.DER);
    }

    private static boolean bare(AlgorithmIdentifier algorithm) {
        return algorithm.getParameters() == null || DERNull.INSTANCE.equals(algorithm.getParameters());
    }

    /** Once, with one value at most. */
    private static boolean onlyTimeStamp(AttributeTable unsigned) {
        return unsigned == null
                || unsigned.size() == 1
                        && unsigned.toASN1EncodableVector().size() == 1
                        && unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken) != null
                        && unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken).getAttrValues().size() <= 1;
    }
}
