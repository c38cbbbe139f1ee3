package io.jinqiao.message;

/**
 * Hand over the electronic certificate of a proof (电子证照下载), asked when the notice that should have brought it did not come. Answered by the certificate
 * as a {@link RegistrationCertificate} has it, whose {@code noticeNo} is this question's number; refused while there is none. Changes nothing.
 *
 * @param enquiryNo the centre's number of the question
 * @param proofNo BDCDJZMH, as told with the entry
 */
public record RegistrationCertificateEnquiry(String enquiryNo, String caseNo, String registryNo, CertificateNumber proofNo) implements CanonicalMessage {

    /** @throws Refusal with every problem, among them that the digest is not the file's */
    public static RegistrationCertificate answer(Content.Group content) {
        return AnswerContent.typed(content, RegistrationCertificate::told);
    }

    static RegistrationCertificateEnquiry read(Fields f) {
        RegistrationCertificateEnquiry read = new RegistrationCertificateEnquiry(
                f.text("enquiryNo", 32), f.text("caseNo", 32), f.text("registryNo", 50), f.value("proofNo", CertificateNumber::proof));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_CERTIFICATE_ENQUIRY;
    }

    @Override
    public String businessKey() {
        return enquiryNo;
    }

    @Override
    public String subject() {
        return caseNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("enquiryNo", enquiryNo)
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .put("proofNo", proofNo)
                .build();
    }
}
