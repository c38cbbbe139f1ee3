package io.jinqiao.message;

import java.time.LocalDate;

/**
 * The registry hands over the electronic certificate of a proof (电子证照). It is not to be trusted because it came: it is verified, and again before
 * anything is released.
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
        implements CanonicalMessage {

    public enum Format {
        OFD,
        PDF
    }

    static RegistrationCertificate read(Fields f) {
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
        if (read.licence() != null && !read.licence().type().equals(LicenceIdentifier.PROOF)) {
            f.problem("licence", FailureCode.FIELDS_DISAGREE, "proofNo");
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_CERTIFICATE;
    }

    @Override
    public String businessKey() {
        return noticeNo;
    }

    @Override
    public String subject() {
        return caseNo;
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
