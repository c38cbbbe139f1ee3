package io.jinqiao.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the centre applies for at the registry (登记申请): what a branch prepared as {@link MortgageApplication}, when loan and contract allow it. The
 * answer is a receipt; results come later, as {@link RegistrationStatus}, {@link RegistrationEntry} and {@link RegistrationCertificate}.
 *
 * @param caseNo the centre's number of the case; the registry tells it back in every result
 * @param areaCode county whose registry it is (XZQDM)
 * @param earlierNo proof of registration (BDCDJZMH) a conversion, change or cancellation rests on; there exactly for those
 * @param mortgagee DYQR
 * @param parties mortgagors, borrowers, developer
 * @param mortgageContractNo null for a cancellation
 * @param claim null for a cancellation
 * @param reason DJYY, of a cancellation ZXDYYY
 */
public record RegistrationApplication(
        String caseNo,
        String areaCode,
        MortgageApplication.Kind kind,
        List<Unit> units,
        @Nullable CertificateNumber earlierNo,
        Mortgagee mortgagee,
        List<Party> parties,
        @Nullable String mortgageContractNo,
        MortgageApplication.@Nullable Claim claim,
        String reason,
        List<Material> attachments)
        implements CanonicalMessage, NeedsScans {

    /**
     * One thing that is mortgaged.
     *
     * @param unitNumber BDCDYH
     * @param address ZL
     * @param titleNo BDCQZH; null for a home not yet registered
     * @param claim what this one secures; null when each secures everything
     */
    public record Unit(UnitNumber unitNumber, String address, @Nullable CertificateNumber titleNo, @Nullable Money claim) {
        static Unit read(Fields f) {
            return new Unit(
                    f.value("unitNumber", UnitNumber::new),
                    f.text("address", 255),
                    f.optionalValue("titleNo", CertificateNumber::title),
                    f.optionalMoney("claim"));
        }

        Content.Group content() {
            return Content.group()
                    .put("unitNumber", unitNumber)
                    .put("address", address)
                    .put("titleNo", titleNo)
                    .put("claim", claim)
                    .build();
        }
    }

    /** Who is to hold the mortgage: the centre, or the bank it entrusts. */
    public record Mortgagee(String name, CreditCode code) {
        static Mortgagee read(Fields f) {
            return new Mortgagee(f.text("name", 120), f.value("code", CreditCode::new));
        }

        Content.Group content() {
            return Content.group().put("name", name).put("code", code).build();
        }
    }

    /**
     * The receipt.
     *
     * @param registryNo the registry's number of the case (YWH)
     */
    public record Answer(String caseNo, String registryNo, Instant receivedAt) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("caseNo", 32), f.text("registryNo", 50), f.instant("receivedAt"));
        }

        public Content.Group content() {
            return Content.group().put("caseNo", caseNo).put("registryNo", registryNo).put("receivedAt", receivedAt).build();
        }
    }

    static RegistrationApplication read(Fields f) {
        RegistrationApplication read = new RegistrationApplication(
                f.text("caseNo", 32),
                f.value("areaCode", Form::areaCode),
                f.word("kind", MortgageApplication.Kind.class),
                f.rows("units", 1, 50, Unit::read),
                f.optionalValue("earlierNo", CertificateNumber::proof),
                f.group("mortgagee", Mortgagee::read),
                f.rows("parties", 1, 20, Party::read),
                f.optionalText("mortgageContractNo", 40),
                f.optionalGroup("claim", MortgageApplication.Claim::read),
                f.text("reason", 200),
                f.rows("attachments", 0, 50, Material::read));
        if (f.problems().isEmpty()) {
            read.tellContradictions(f);
        }
        f.refuseProblems();
        return read;
    }

    private void tellContradictions(Fields f) {
        boolean first = kind == MortgageApplication.Kind.MORTGAGE || kind == MortgageApplication.Kind.DOUBLE_PRE_NOTICE;
        if (first == (earlierNo != null)) {
            f.problem("earlierNo", first ? FailureCode.FIELD_UNEXPECTED : FailureCode.FIELD_MISSING);
        }
        boolean ends = kind == MortgageApplication.Kind.CANCELLATION;
        if (ends == (claim != null)) {
            f.problem("claim", ends ? FailureCode.FIELD_UNEXPECTED : FailureCode.FIELD_MISSING);
        }
        if (!ends && mortgageContractNo == null) {
            f.problem("mortgageContractNo", FailureCode.FIELD_MISSING);
        }
        if (parties.stream().noneMatch(p -> p.role() == Party.Role.MORTGAGOR)) {
            f.problem("parties", FailureCode.FIELD_MISSING);
        }
        if (kind == MortgageApplication.Kind.DOUBLE_PRE_NOTICE && parties.stream().noneMatch(p -> p.role() == Party.Role.DEVELOPER)) {
            f.problem("parties", FailureCode.FIELD_MISSING);
        }
        tellOfUnits(f);
    }

    private void tellOfUnits(Fields f) {
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (kind == MortgageApplication.Kind.MORTGAGE && unit.titleNo() == null) {
                f.problem("units[" + i + "].titleNo", FailureCode.FIELD_MISSING);
            }
            if (unit.claim() != null && (claim == null || unit.claim().compareTo(claim.amount()) > 0)) {
                f.problem("units[" + i + "].claim", FailureCode.FIELDS_DISAGREE, "claim.amount");
            }
        }
        if (units.stream().map(Unit::unitNumber).distinct().count() < units.size()) {
            f.problem("units", FailureCode.FIELDS_DISAGREE, "units");
        }
    }

    /** With every file inside. */
    @Override
    public RegistrationApplication with(Scans scans) {
        return new RegistrationApplication(
                caseNo, areaCode, kind, units, earlierNo, mortgagee, parties, mortgageContractNo, claim, reason,
                attachments.stream().map(one -> one.with(scans)).toList());
    }

    @Override
    public Operation operation() {
        return Operation.REGISTRATION_APPLICATION;
    }

    @Override
    public String businessKey() {
        return caseNo;
    }

    /** The registry is told of no loan: it knows the case. */
    @Override
    public String subject() {
        return caseNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("caseNo", caseNo)
                .put("areaCode", areaCode)
                .put("kind", kind)
                .rows("units", units.stream().map(Unit::content).toList())
                .put("earlierNo", earlierNo)
                .put("mortgagee", mortgagee.content())
                .rows("parties", parties.stream().map(Party::content).toList())
                .put("mortgageContractNo", mortgageContractNo)
                .put("claim", claim == null ? null : claim.content())
                .put("reason", reason)
                .rows("attachments", attachments.stream().map(Material::content).toList())
                .build();
    }
}
