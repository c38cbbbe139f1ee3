package io.jinqiao.message;

/**
 * The registry tells that a case was entered in the register (登记结果); the electronic certificate comes apart, in {@link RegistrationCertificate}.
 *
 * @param noticeNo the registry's number of the notice
 * @param kind what was entered; of a cancellation the end of the right
 */
public record RegistrationEntry(
        String noticeNo, String caseNo, String registryNo, MortgageApplication.Kind kind, RegisterEntry entry)
        implements RegistrationNotice {

    static RegistrationEntry read(Fields f) {
        RegistrationEntry read = new RegistrationEntry(
                f.text("noticeNo", 40),
                f.text("caseNo", 32),
                f.text("registryNo", 50),
                f.word("kind", MortgageApplication.Kind.class),
                f.group("entry", RegisterEntry::read));
        if (f.problems().isEmpty()) {
            tellContradictions(read, f);
        }
        f.refuseProblems();
        return read;
    }

    private static void tellContradictions(RegistrationEntry read, Fields f) {
        boolean ends = read.kind == MortgageApplication.Kind.CANCELLATION;
        if (ends != read.entry.proofs().isEmpty()) {
            f.problem("entry.proofs", ends ? FailureCode.FIELD_UNEXPECTED : FailureCode.FIELD_MISSING);
        }
        boolean preNotices = read.kind == MortgageApplication.Kind.DOUBLE_PRE_NOTICE;
        for (int i = 0; i < read.entry.proofs().size(); i++) {
            boolean mortgage = read.entry.proofs().get(i).right() == RegisterEntry.Right.MORTGAGE;
            boolean change = read.kind == MortgageApplication.Kind.CHANGE;
            if (!change && mortgage == preNotices) {
                f.problem("entry.proofs[" + i + "].right", FailureCode.FIELDS_DISAGREE, "kind");
            }
            if (!preNotices && read.entry.proofs().get(i).amount() != null) {
                f.problem("entry.proofs[" + i + "].amount", FailureCode.FIELD_UNEXPECTED);
            }
        }
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_ENTRY;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("noticeNo", noticeNo)
                .put("caseNo", caseNo)
                .put("registryNo", registryNo)
                .put("kind", kind)
                .put("entry", entry.content())
                .build();
    }
}
