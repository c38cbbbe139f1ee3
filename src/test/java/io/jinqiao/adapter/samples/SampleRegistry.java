package io.jinqiao.adapter.samples;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Content;
import io.jinqiao.message.CreditCode;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Identity;
import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.Material;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.Party;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.RegistrationCertificateEnquiry;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationMaterial;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.RegistrationSupplement;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.message.UnitRights;
import io.jinqiao.message.UnitRights.Right;
import io.jinqiao.message.UnitRights.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Invented messages between the centre and a registry, about the invented loans of {@link SamplePeople}. */
public final class SampleRegistry {
    public static final UnitNumber HOME = new UnitNumber("990101001001GB00012F00020301");
    public static final UnitNumber GARAGE = new UnitNumber("990101001001GB00012F00990017");
    public static final CertificateNumber TITLE = CertificateNumber.title("虚(2020)虚构市不动产权第0000009号");
    public static final CertificateNumber PROOF = CertificateNumber.proof("虚(2026)虚构市不动产证明第0000001号");
    private static final CertificateNumber PURCHASE = CertificateNumber.proof("虚(2026)虚构市不动产证明第0000002号");
    private static final CertificateNumber PRE_NOTICE = CertificateNumber.proof("虚(2026)虚构市不动产证明第0000003号");
    public static final String CASE = "DJ2026000001";
    public static final String REGISTRY_NO = "20261201000001";
    public static final Instant ENTERED = Instant.parse("2026-12-03T02:30:18Z");
    private static final String AREA = "990101";
    private static final Money CLAIM = new Money(60_000_000L);
    private static final byte[] PAGES = "a contract of some pages".getBytes(StandardCharsets.UTF_8);
    private static final AttachmentRef CONTRACT = new AttachmentRef("mortgage-contract", Digest.of("a contract".getBytes(StandardCharsets.UTF_8)), 182_044);
    private static final byte[] OFD = "an e-certificate in OFD".getBytes(StandardCharsets.UTF_8);
    private static final Instant ANSWERED = Instant.parse("2026-11-23T01:30:00Z");

    private SampleRegistry() {}

    public static Stream<CanonicalMessage> messages() {
        return Stream.of(
                checkOfATitle(), checkOfUnits(), mortgage(), doublePreNotice(), conversion(), change(), cancellation(), material(), supplement(), enquiry(), certificateAskedFor(), reconciliation(), nextPage(),
                accepted(), toSupplement(), deleted(), entered(), preNoticesEntered(), cancelled(), certificate());
    }

    public static PropertyCheck checkOfATitle() {
        return new PropertyCheck("CX2026000001", AREA, TITLE, List.of(), holders());
    }

    public static PropertyCheck checkOfUnits() {
        return new PropertyCheck("CX2026000002", AREA, null, List.of(new PropertyCheck.Unit(HOME), new PropertyCheck.Unit(GARAGE)), holders());
    }

    private static List<PropertyCheck.Holder> holders() {
        return List.of(new PropertyCheck.Holder("云𬱖", new Identity(Identity.Type.RESIDENT_ID, SamplePeople.SPOUSE)));
    }

    public static PropertyCheck.Answer clean() {
        return new PropertyCheck.Answer("CX2026000001", ANSWERED, List.of(rights(HOME, Map.of())));
    }

    /** The home is clean, the garage has a waiting seizure in process and no word about a right of residence. */
    public static PropertyCheck.Answer notClean() {
        return new PropertyCheck.Answer("CX2026000002", ANSWERED, List.of(
                registeredOn(LocalDate.of(2026, 10, 9), rights(HOME, Map.of())), rights(GARAGE, Map.of(Right.SEIZURE, State.IN_PROCESS, Right.RESIDENCE, State.UNKNOWN))));
    }

    private static UnitRights registeredOn(LocalDate day, UnitRights rights) {
        return new UnitRights(rights.unitNumber(), rights.holders(), rights.states(), day);
    }

    private static UnitRights rights(UnitNumber unit, Map<Right, State> others) {
        Map<Right, State> states = new java.util.EnumMap<>(Right.class);
        Stream.of(Right.values()).forEach(right -> states.put(right, State.NONE));
        states.putAll(others);
        return new UnitRights(unit, UnitRights.Holders.MATCH, states);
    }

    public static RegistrationApplication mortgage() {
        return application(
                CASE, MortgageApplication.Kind.MORTGAGE, TITLE, null, parties(false), "公积金贷款抵押");
    }

    public static RegistrationApplication doublePreNotice() {
        return application("DJ2026000002", MortgageApplication.Kind.DOUBLE_PRE_NOTICE, null, null, parties(true), "公积金贷款双预告");
    }

    public static RegistrationApplication conversion() {
        return application("DJ2026000003", MortgageApplication.Kind.CONVERSION, TITLE, PROOF, parties(false), "预告登记转抵押权登记");
    }

    public static RegistrationApplication change() {
        return application("DJ2026000005", MortgageApplication.Kind.CHANGE, TITLE, PROOF, parties(false), "抵押合同变更");
    }

    /** The second and last part of a file of 24 bytes. */
    public static RegistrationMaterial material() {
        byte[] rest = java.util.Arrays.copyOfRange(PAGES, 16, PAGES.length);
        return new RegistrationMaterial(CASE, REGISTRY_NO, "mortgage-contract", Digest.of(PAGES), PAGES.length, 2, 2, Base64.getEncoder().encodeToString(rest));
    }

    public static RegistrationMaterial.Answer whole() {
        return new RegistrationMaterial.Answer(Digest.of(PAGES), 2, true);
    }

    public static RegistrationSupplement supplement() {
        return new RegistrationSupplement("BZ2026000001", CASE, REGISTRY_NO, Material.named(List.of(CONTRACT)), "补缺页");
    }

    public static RegistrationSupplement.Answer supplemented() {
        return new RegistrationSupplement.Answer(CASE, ANSWERED);
    }

    public static RegistrationApplication cancellation() {
        return new RegistrationApplication(
                "DJ2026000004", AREA, MortgageApplication.Kind.CANCELLATION, List.of(new RegistrationApplication.Unit(HOME, "虚构市示例路 9 号", TITLE, null)), PROOF,
                mortgagee(), parties(false), null, null, "主债权消灭", List.of());
    }

    private static RegistrationApplication application(
            String caseNo, MortgageApplication.Kind kind, CertificateNumber title, CertificateNumber earlier, List<Party> parties, String reason) {
        return new RegistrationApplication(
                caseNo, AREA, kind,
                List.of(
                        new RegistrationApplication.Unit(HOME, "虚构市示例路 9 号", title, CLAIM),
                        new RegistrationApplication.Unit(GARAGE, "虚构市示例路 9 号车位 17", title, null)),
                earlier, mortgagee(), parties, "DY2026000001",
                new MortgageApplication.Claim(CLAIM, LocalDate.of(2026, 12, 1), LocalDate.of(2046, 12, 1), new Money(120_000_000L)), reason,
                Material.named(List.of(CONTRACT)));
    }

    private static RegistrationApplication.Mortgagee mortgagee() {
        return new RegistrationApplication.Mortgagee("虚构市住房公积金管理中心", new CreditCode("12371300MB2F7Q3140"));
    }

    private static List<Party> parties(boolean developer) {
        Party mortgagor = new Party(Party.Role.MORTGAGOR, "云𬱖", new Identity(Identity.Type.RESIDENT_ID, SamplePeople.SPOUSE), null, null, "19900000002");
        Party builder = new Party(Party.Role.DEVELOPER, "虚构开发有限公司", new Identity(Identity.Type.CREDIT_CODE, "12371300MB2H1K085U"), null, null, null);
        return developer ? List.of(mortgagor, builder) : List.of(mortgagor);
    }

    public static RegistrationApplication.Answer receipt(RegistrationApplication application) {
        return new RegistrationApplication.Answer(application.caseNo(), REGISTRY_NO, ANSWERED);
    }

    public static RegistrationEnquiry enquiry() {
        return new RegistrationEnquiry("CX2026000003", CASE, REGISTRY_NO);
    }

    public static RegistrationCertificateEnquiry certificateAskedFor() {
        return new RegistrationCertificateEnquiry("CX2026000004", CASE, REGISTRY_NO, PROOF);
    }

    /** The certificate as a notice would have brought it, under the question's number. */
    public static Content.Group handedOver() {
        return certificate().content().with("noticeNo", certificateAskedFor().enquiryNo());
    }

    public static RegistrationEnquiry.Answer registered() {
        return new RegistrationEnquiry.Answer(CASE, REGISTRY_NO, RegistrationState.REGISTERED, ENTERED, null, null, entry());
    }

    public static RegistrationEnquiry.Answer stillToSupplement() {
        return new RegistrationEnquiry.Answer(
                CASE, REGISTRY_NO, RegistrationState.SUPPLEMENT, Instant.parse("2026-12-02T01:00:00Z"), "抵押合同缺页", LocalDate.of(2026, 12, 16), null);
    }

    public static RegistrationReconciliation reconciliation() {
        return new RegistrationReconciliation("DZ20261203-1", LocalDate.of(2026, 12, 3), null);
    }

    public static RegistrationReconciliation nextPage() {
        return new RegistrationReconciliation("DZ20261203-2", LocalDate.of(2026, 12, 3), REGISTRY_NO);
    }

    public static RegistrationReconciliation.Answer moved() {
        return new RegistrationReconciliation.Answer(
                LocalDate.of(2026, 12, 3), 2,
                List.of(new RegistrationReconciliation.Row(CASE, REGISTRY_NO, RegistrationState.REGISTERED, ENTERED)), REGISTRY_NO);
    }

    public static RegistrationReconciliation.Answer rest() {
        return new RegistrationReconciliation.Answer(
                LocalDate.of(2026, 12, 3), 2,
                List.of(new RegistrationReconciliation.Row("DJ2026000002", "20261201000002", RegistrationState.REJECTED, Instant.parse("2026-12-03T03:00:00Z"))), null);
    }

    public static RegistrationStatus accepted() {
        return new RegistrationStatus("TS0001", CASE, REGISTRY_NO, RegistrationState.ACCEPTED, Instant.parse("2026-12-01T06:12:00Z"), null, null);
    }

    public static RegistrationStatus toSupplement() {
        return new RegistrationStatus(
                "TS0002", CASE, REGISTRY_NO, RegistrationState.SUPPLEMENT, Instant.parse("2026-12-02T01:00:00Z"), "抵押合同缺页", LocalDate.of(2026, 12, 16));
    }

    public static RegistrationStatus deleted() {
        return new RegistrationStatus("TS0003", CASE, REGISTRY_NO, RegistrationState.DELETED, Instant.parse("2026-12-02T08:00:00Z"), "申请人撤件", null);
    }

    private static RegisterEntry entry() {
        return new RegisterEntry(ENTERED, CLAIM, List.of(proof(RegisterEntry.Right.MORTGAGE, PROOF, "云𬱖")), List.of(holder(PROOF)));
    }

    private static RegisterEntry.Proof proof(RegisterEntry.Right right, CertificateNumber number, String obligor) {
        return new RegisterEntry.Proof(right, HOME, number, obligor, null, RegisterEntry.RightState.CURRENT);
    }

    /** The mortgagee of every application here. */
    public static RegisterEntry.Holder holder(CertificateNumber of) {
        return new RegisterEntry.Holder(mortgagee().name(), mortgagee().code().value(), of.value());
    }

    public static RegistrationEntry entered() {
        return new RegistrationEntry("TS0004", CASE, REGISTRY_NO, MortgageApplication.Kind.MORTGAGE, entry());
    }

    public static RegistrationEntry preNoticesEntered() {
        return new RegistrationEntry(
                "TS0005", "DJ2026000002", "20261201000002", MortgageApplication.Kind.DOUBLE_PRE_NOTICE,
                new RegisterEntry(
                        ENTERED, CLAIM,
                        List.of(
                                proof(RegisterEntry.Right.PURCHASE_PRE_NOTICE, PURCHASE, "虚构开发有限公司"),
                                proof(RegisterEntry.Right.MORTGAGE_PRE_NOTICE, PRE_NOTICE, "云𬱖")),
                        List.of(new RegisterEntry.Holder("云𬱖", SamplePeople.SPOUSE, PURCHASE.value()), holder(PRE_NOTICE))));
    }

    public static RegistrationEntry cancelled() {
        return new RegistrationEntry("TS0006", "DJ2026000004", "20461202000001", MortgageApplication.Kind.CANCELLATION, new RegisterEntry(ENTERED, null, List.of()));
    }

    public static RegistrationCertificate certificate() {
        String covered = LicenceIdentifier.PROOF + "12371300MB2H1K085U" + "20260000000001" + "001";
        LicenceIdentifier licence = new LicenceIdentifier(
                "1.2.156.3005.2." + LicenceIdentifier.PROOF + ".12371300MB2H1K085U.20260000000001.001." + LicenceIdentifier.checkCharacter(covered));
        return new RegistrationCertificate(
                "TS0007", CASE, REGISTRY_NO, PROOF, licence, LocalDate.of(2026, 12, 3), RegistrationCertificate.Format.OFD, Digest.of(OFD),
                Base64.getEncoder().encodeToString(OFD));
    }
}
