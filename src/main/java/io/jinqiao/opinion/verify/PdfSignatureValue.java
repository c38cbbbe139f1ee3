package io.jinqiao.opinion.verify;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.OfflineSignature;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/** The CAdES container of a PDF: one signer, whose certificate is inside and named by a signed attribute. */
record PdfSignatureValue(SignerInformation signer, X509Certificate certificate) {
    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final String SM3 = "1.2.156.10197.1.401";

    /** Signature algorithms that are accepted. RSA also by the name of the bare key, as CMS allows. */
    private static final Map<String, SigningProfile> ACCEPTED = Map.of(
            "1.2.840.113549.1.1.1", SigningProfile.rsa(Text.BASE64),
            "1.2.840.113549.1.1.11", SigningProfile.rsa(Text.BASE64),
            "1.2.840.10045.4.3.2", SigningProfile.ecdsa(Form.DER, Text.BASE64),
            "1.2.156.10197.1.501", SigningProfile.sm2(Form.DER, Text.BASE64));

    /** @param padded DER, then zeros and nothing else */
    static PdfSignatureValue read(byte[] padded) throws BadFile {
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            ASN1Primitive first = in.readObject();
            byte[] der = first.getEncoded(ASN1Encoding.DER);
            boolean strict = Arrays.equals(der, 0, der.length, padded, 0, der.length);
            require(strict && zeros(padded, der.length), "DER");
            CMSSignedData signed = new CMSSignedData(ContentInfo.getInstance(first));
            require(signed.isDetachedSignature() && signed.getSignerInfos().size() == 1, "one detached signature");
            SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
            require(signer.getSignedAttributes() != null, "signed attributes");
            List<X509CertificateHolder> holders = signed.getCertificates().getMatches(null).stream()
                    .filter(holder -> signer.getSID().match(holder))
                    .toList();
            require(holders.size() == 1, "certificate");
            require(PdfContainer.plain(signed, signer, holders.get(0), der), "one spelling");
            return new PdfSignatureValue(signer, CertificateFiles.certificate(holders.get(0).getEncoded()));
        } catch (IOException | CMSException | RuntimeException e) { // the parsers have many words for one thing
            throw new BadFile(DocumentFault.CMS_MALFORMED, "unreadable");
        }
    }

    Finding digest(byte[] covered) {
        String algorithm = signer.getDigestAlgOID();
        if (!algorithm.equals(SHA_256) && !algorithm.equals(SM3)) {
            return Finding.failed(VerificationStep.DIGESTS, DocumentFault.CHECK_METHOD, algorithm);
        }
        byte[] actual = algorithm.equals(SM3) ? Digests.sm3(covered) : Digest.of(covered).bytes();
        boolean same = attribute(CMSAttributes.messageDigest) instanceof ASN1OctetString said
                && Arrays.equals(said.getOctets(), actual);
        return same
                ? Finding.passed(VerificationStep.DIGESTS)
                : Finding.failed(VerificationStep.DIGESTS, DocumentFault.DIGEST_DIFFERS, "PDF");
    }

    /** The signed attributes say what was signed and by which certificate. */
    Finding signedData() {
        boolean data = PKCSObjectIdentifiers.data.equals(attribute(CMSAttributes.contentType));
        ASN1Encodable named = attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        return data && named != null && names(named)
                ? Finding.passed(VerificationStep.SIGNED_DATA)
                : Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.CMS_MALFORMED, "signed attributes");
    }

    private boolean names(ASN1Encodable attribute) {
        try {
            byte[] said = SigningCertificateV2.getInstance(attribute).getCerts()[0].getCertHash();
            return Arrays.equals(said, Digest.of(CertificateFiles.der(certificate)).bytes());
        } catch (RuntimeException e) {
            return false;
        }
    }

    Finding signature() throws BadFile {
        SigningProfile profile = ACCEPTED.get(signer.getEncryptionAlgOID());
        if (profile == null) {
            return Finding.failed(VerificationStep.SIGNATURE, DocumentFault.ALGORITHM, signer.getEncryptionAlgOID());
        }
        try {
            String text = Base64.getEncoder().encodeToString(signer.getSignature());
            return OfflineSignature.verifies(profile, certificate, signer.getEncodedSignedAttributes(), text)
                    ? Finding.passed(VerificationStep.SIGNATURE)
                    : Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG);
        } catch (IOException e) {
            throw new BadFile(DocumentFault.CMS_MALFORMED, "signed attributes");
        }
    }

    /** DER of the time-stamp over the signature; null when there is none. */
    byte @Nullable [] timeStamp() {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        Attribute token = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        try {
            return token == null ? null : token.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded();
        } catch (IOException | RuntimeException e) {
            return new byte[0];
        }
    }

    /** Empty when the certificate names none, several, or one that is no text. */
    String organisation() {
        try {
            RDN[] found = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.O);
            return found.length == 1 ? IETFUtils.valueToString(found[0].getFirst().getValue()) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private @Nullable ASN1Encodable attribute(ASN1ObjectIdentifier id) {
        Attribute attribute = signer.getSignedAttributes().get(id);
        boolean one = attribute != null && attribute.getAttrValues().size() == 1;
        return one ? attribute.getAttrValues().getObjectAt(0).toASN1Primitive() : null;
    }

    private static boolean zeros(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds, String what) throws BadFile {
        if (!holds) {
            throw new BadFile(DocumentFault.CMS_MALFORMED, what);
        }
    }
}
