package io.jinqiao.message;

import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The registry hands over the electronic certificate of a proof (电子证照). It is not to be trusted because it came: it is verified, and again before
 * anything is released. A file that has not the digest told with it is refused: it was damaged or exchanged on its way.
 *
 * @param noticeNo the registry's number of the notice
 * @param proofNo BDCDJZMH, as told with the entry
 * @param licence ZZBS
 * @param issuedOn ZZBFRQ
 * @param format {@code ofd} or {@code pdf}
 * @param digest of the file
 * @param document the file, Base64
 */
public record RegistrationCertificate(
        String noticeNo,
        String caseNo,
        String registryNo,
        CertificateNumber proofNo,
        LicenceIdentifier licence,
        LocalDate issuedOn,
        Format format,
        Digest digest,
        String document)
        implements RegistrationNotice {

    public enum Format {
        OFD,
        PDF
    }

    static RegistrationCertificate read(Fields f) {
        RegistrationCertificate read = told(f);
        f.refuseProblems();
        return read;
    }

    /** Also as the answer to {@link RegistrationCertificateEnquiry}. */
    static RegistrationCertificate told(Fields f) {
        RegistrationCertificate read = new RegistrationCertificate(
                f.text("noticeNo", 40),
                f.text("caseNo", 32),
                f.text("registryNo", 50),
                f.value("proofNo", CertificateNumber::proof),
                f.value("licence", LicenceIdentifier::new),
                f.date("issuedOn"),
                f.word("format", Format.class),
                f.value("digest", Digest::new),
                f.text("document", 8 << 20));
        if (read.digest() != null && read.document() != null && !read.digest().equals(digestOf(read.document()))) {
            f.problem("digest", FailureCode.FIELDS_DISAGREE, "document");
        }
        if (read.licence() != null && !read.licence().type().equals(LicenceIdentifier.PROOF)) {
            f.problem("licence", FailureCode.FIELDS_DISAGREE, "proofNo");
        }
        return read;
    }

    /** Null when the text is no Base64; then it is of no file. */
    private static @Nullable Digest digestOf(String document) {
        try {
            return Digest.of(Base64.getDecoder().decode(document));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** The file. */
    public byte[] file() {
        return Base64.getDecoder().decode(document);
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_CERTIFICATE;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("noticeNo", noticeNo)
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .put("proofNo", proofNo)
                .put("licence", licence)
                .put("issuedOn", issuedOn)
                .put("format", format)
                .put("digest", digest)
                .put("document", document)
                .build();
    }
}
