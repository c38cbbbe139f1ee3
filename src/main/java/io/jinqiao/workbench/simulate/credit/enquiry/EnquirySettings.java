package io.jinqiao.workbench.simulate.credit.enquiry;

import java.util.Map;
import java.util.Set;

/**
 * What was agreed about enquiries.
 *
 * @param ourKey alias this Center signs with; its kind of key is the kind of signature
 * @param theirKey alias of whoever asks
 * @param users by organisation and user code, as {@code org/code}
 * @param services products that may be asked for
 * @param wrongPasswords how many of them lock a user
 */
public record EnquirySettings(HeadForm head, SignatureForm signature, String ourKey, String theirKey, Map<String, User> users, Set<String> services, int wrongPasswords) {
    public static final String RECEIVER = "B0000000000001";
    /** Reasons of persons' reports. */
    static final Set<String> REASONS = Set.of("01", "02", "03", "05", "08", "09", "16", "18", "19", "20", "21", "22", "23", "24", "25", "26");

    /** @param password in clear; messages carry its SM3 digest @param permitted operations */
    public record User(String password, Set<String> permitted) {}

    /** Of the invented organisation D19999999H0001, user {@code gjj01}, password {@code invented-1}. */
    public static EnquirySettings usual() {
        Map<String, User> users = Map.of(
                "D19999999H0001/gjj01", new User("invented-1", Operations.ALL), "D19999999H0001/gjj02", new User("invented-2", Set.of()));
        return new EnquirySettings(HeadForm.LINE_END, SignatureForm.CLOSED, "credit-reference-sm2-sign", "centre-sm2-sign", users, Set.of("FW_GRXYBG_0074", "FW_GRXYBG_0115"), 3);
    }

    public EnquirySettings with(HeadForm form) {
        return new EnquirySettings(form, signature, ourKey, theirKey, users, services, wrongPasswords);
    }

    public EnquirySettings with(SignatureForm form) {
        return new EnquirySettings(head, form, ourKey, theirKey, users, services, wrongPasswords);
    }

    /** Signatures with RSA keys instead of SM2. */
    public EnquirySettings rsa() {
        return new EnquirySettings(head, signature, "credit-reference-rsa-sign", "centre-rsa-sign", users, services, wrongPasswords);
    }
}
