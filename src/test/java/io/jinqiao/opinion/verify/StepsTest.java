package io.jinqiao.opinion.verify;

import static io.jinqiao.opinion.ses.SesPeople.ROOT;
import static io.jinqiao.opinion.ses.SesPeople.SEALED;
import static io.jinqiao.opinion.ses.SesPeople.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealExtension;
import io.jinqiao.opinion.ses.SealInfo;
import io.jinqiao.opinion.ses.SealProperty;
import io.jinqiao.opinion.ses.SealedValue;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.opinion.ses.SignerList;
import io.jinqiao.opinion.ses.ToSign;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.TestAuthority;
import java.math.BigDecimal;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One step at a time, on what no whole document of these tests can have. */
class StepsTest {
    private static final Octets UNREADABLE = Octets.of(new byte[] {0x30, 0});

    // --- the two signatures
    @Test
    void signatureWhoseCertificateNobodyCanReadIsRefused() {
        SealedValue genuine = SealedValue.made(SesPeople.toSign(SesPeople.seal()), SIGNER);
        SealedValue value = new SealedValue(genuine.toSign(), UNREADABLE, genuine.algorithm(), genuine.signature(), null);

        assertThat(SealSteps.signature(SesKey.SM2_SM3, genuine)).containsExactly(Finding.passed(VerificationStep.SIGNATURE));
        assertThat(SealSteps.signature(SesKey.SM2_SM3, value))
                .containsExactly(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.CERTIFICATE_UNREADABLE));
    }

    @Test
    void signatureNamesEachAlgorithmThatIsNotAcceptedOnce() {
        SealedValue genuine = SealedValue.made(SesPeople.toSign(SesPeople.seal()), SIGNER);
        SealedValue other = new SealedValue(genuine.toSign(), genuine.certificate(), "1.2.3", genuine.signature(), null);

        assertThat(SealSteps.signature("1.2.3", other))
                .containsExactly(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.ALGORITHM, "1.2.3"));
        assertThat(SealSteps.signature("R" + "\n".repeat(90), genuine)).containsExactly(
                Finding.failed(VerificationStep.SIGNATURE, DocumentFault.ALGORITHM, "R" + "?".repeat(59)));
    }

    @Test
    void sealOfAnotherAlgorithmAndWithoutAReadableMakerIsRefusedForBoth() {
        Seal genuine = SesPeople.seal();
        Seal seal = new Seal(genuine.info(), UNREADABLE, "1.2.3", genuine.signature());

        assertThat(SealSteps.seal(genuine.encoded(), genuine)).containsExactly(Finding.passed(VerificationStep.SEAL));
        assertThat(SealSteps.seal(seal.encoded(), seal)).containsExactly(
                Finding.failed(VerificationStep.SEAL, DocumentFault.ALGORITHM, "1.2.3"),
                Finding.failed(VerificationStep.SEAL, DocumentFault.CERTIFICATE_UNREADABLE));
    }

    @Test
    void sealInThePackageThatCannotBeReadIsRefusedWithItsReason() {
        Seal seal = SesPeople.seal();

        assertThat(SealSteps.seal(new byte[] {0x30}, seal)).containsExactly(
                Finding.failed(VerificationStep.SEAL, DocumentFault.VALUE_MALFORMED, "SESeal: not der"));
    }

    @Test
    void whatTheMakerMarkedAsCriticalMustBeKnown() {
        SealInfo plain = SesPeople.info(SesPeople.listed(SIGNER));
        SealExtension critical = new SealExtension("1.2.3.4", true, Octets.of(new byte[1]));
        SealExtension harmless = new SealExtension("1.2.3.5", false, Octets.of(new byte[1]));
        Seal seal = Seal.made(
                new SealInfo(plain.vendor(), plain.sealId(), plain.property(), plain.image(), List.of(critical, harmless)),
                SesPeople.MAKER);

        assertThat(SealSteps.seal(seal.encoded(), seal))
                .containsExactly(Finding.failed(VerificationStep.SEAL, DocumentFault.CRITICAL_EXTENSION, "1.2.3.4"));
    }

    @Test
    void whatTheSignerMarkedAsCriticalMustBeKnown() throws Exception {
        OfdDocument document = OfdDocument.read(Forger.genuine());
        ToSign genuine = OfdSteps.value(document).toSign();
        ToSign more = new ToSign(genuine.seal(), genuine.time(), genuine.dataHash(), genuine.propertyInfo(), List.of(
                new SealExtension("1.2.3.4", true, Octets.of(new byte[1])), new SealExtension("1.2.3.5", false, UNREADABLE)));

        assertThat(OfdSteps.signedData(document, SealedValue.made(more, SIGNER)))
                .containsExactly(Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.CRITICAL_EXTENSION, "1.2.3.4"));
    }

    // --- the list
    @Test
    void aDigestOfAnUnknownKindListsNobody() {
        Octets certificate = Octets.of(CertificateFiles.der(SIGNER.certificate()));
        Octets digest = Octets.of(Digests.sm3(certificate.bytes()));

        assertThat(SealSteps.listed(digests("SM3", digest), certificate)).containsExactly(Finding.passed(VerificationStep.SEAL_LIST));
        assertThat(SealSteps.listed(digests("sm3", digest), certificate)).containsExactly(Finding.passed(VerificationStep.SEAL_LIST));
        for (SignerList list : List.of(digests("SHA-1", digest), digests("SM3", certificate), new SignerList.Digests(List.of()))) {
            assertThat(SealSteps.listed(list, certificate))
                    .containsExactly(Finding.failed(VerificationStep.SEAL_LIST, DocumentFault.NOT_LISTED));
        }
    }

    @Test
    void aListOfCertificatesListsWhoeverIsInIt() {
        Octets certificate = Octets.of(CertificateFiles.der(SIGNER.certificate()));

        assertThat(SealSteps.listed(SesPeople.listed(SesPeople.STRANGER, SIGNER), certificate))
                .containsExactly(Finding.passed(VerificationStep.SEAL_LIST));
        assertThat(SealSteps.listed(SesPeople.listed(SesPeople.STRANGER), certificate))
                .containsExactly(Finding.failed(VerificationStep.SEAL_LIST, DocumentFault.NOT_LISTED));
    }

    @Test
    void theSealInThePackageIsThereAndTheOneThatWasUsed() {
        Seal used = SesPeople.seal();
        Seal forged = new Seal(used.info(), used.makerCertificate(), used.algorithm(), UNREADABLE);

        assertThat(SealSteps.seal(null, used)).containsExactly(Finding.failed(VerificationStep.SEAL, DocumentFault.SEAL_MISSING));
        assertThat(SealSteps.seal(SesPeople.seal().encoded(), used))
                .containsExactly(Finding.failed(VerificationStep.SEAL, DocumentFault.SEAL_DIFFERS));
        assertThat(SealSteps.seal(forged.encoded(), forged))
                .containsExactly(Finding.failed(VerificationStep.SEAL, DocumentFault.MAKER_SIGNATURE_WRONG));
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        SealedValue genuine = SealedValue.made(SesPeople.toSign(SesPeople.seal()), SIGNER);
        Octets foreign = Octets.of(SesPeople.STRANGER.sign(genuine.toSign().encoded()));

        assertThat(SealSteps.signature(SesKey.SM2_SM3,
                        new SealedValue(genuine.toSign(), genuine.certificate(), genuine.algorithm(), foreign, null)))
                .containsExactly(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG));
    }

    // --- times
    @Test
    void clocksMayBeFiveMinutesApart() {
        Instant now = Bases.now();

        assertThat(SealSteps.notInFuture(now.plusSeconds(300), now)).isEmpty();
        assertThat(SealSteps.notInFuture(now.plusSeconds(301), now)).containsExactly(
                Finding.failed(VerificationStep.TIMES, DocumentFault.TIME_IN_FUTURE, now.plusSeconds(301).toString()));
    }

    @Test
    void bothEndsOfTheSealsValidityAreInside() {
        SealProperty seal = SesPeople.info(SesPeople.listed(SIGNER), "x", SEALED, SEALED.plusSeconds(9)).property();
        Instant now = Bases.now();

        assertThat(SealSteps.times(SEALED, seal, now)).containsExactly(Finding.passed(VerificationStep.TIMES));
        assertThat(SealSteps.times(SEALED.plusSeconds(9), seal, now)).containsExactly(Finding.passed(VerificationStep.TIMES));
        assertThat(SealSteps.times(SEALED.minusSeconds(1), seal, now)).containsExactly(
                Finding.failed(VerificationStep.TIMES, DocumentFault.SEAL_NOT_YET_VALID, SEALED.toString()));
        assertThat(SealSteps.times(now.plusSeconds(301), seal, now)).extracting(Finding::code)
                .containsExactly(DocumentFault.TIME_IN_FUTURE.code(), DocumentFault.SEAL_EXPIRED.code());
    }

    // --- certificates
    @Test
    void aCertificateIsExactlyOneInDer() {
        byte[] der = CertificateFiles.der(SIGNER.certificate());

        assertThat(Certificates.read(Octets.of(der))).isEqualTo(SIGNER.certificate());
        assertThat(Certificates.read(Octets.of(Arrays.copyOf(der, der.length + 1)))).isNull();
        assertThat(Certificates.read(UNREADABLE)).isNull();
        assertThat(Certificates.read(Octets.of(new byte[0]))).isNull();
    }

    @Test
    void aCertificateThatCannotBeReadIsNotTrusted() {
        assertThat(Certificates.trusted(VerificationStep.MAKER_CERTIFICATE, null, SEALED, Bases.full()))
                .isEqualTo(Finding.failed(VerificationStep.MAKER_CERTIFICATE, DocumentFault.CERTIFICATE_UNREADABLE));
        assertThat(Certificates.revocation(VerificationStep.MAKER_REVOCATION, null, SEALED, Bases.full()))
                .isEqualTo(Finding.notChecked(VerificationStep.MAKER_REVOCATION, DocumentFault.NEEDS_LISTS));
    }

    @Test
    void trustNeedsRoots() {
        assertThat(Certificates.trusted(VerificationStep.SIGNER_CERTIFICATE, SIGNER.certificate(), SEALED, Bases.nothing()))
                .isEqualTo(Finding.notChecked(VerificationStep.SIGNER_CERTIFICATE, DocumentFault.NEEDS_ANCHORS));
        assertThat(Certificates.trusted(VerificationStep.SIGNER_CERTIFICATE, SIGNER.certificate(), SEALED, Bases.full()))
                .isEqualTo(Finding.passed(VerificationStep.SIGNER_CERTIFICATE));
    }

    @Test
    void revocationNeedsRootsAndLists() {
        X509CRL list = ROOT.crl().issue();

        assertThat(revocation(SIGNER.certificate(), List.of(ROOT.certificate), List.of(list)).outcome()).isEqualTo(Outcome.PASSED);
        assertNotChecked(revocation(SIGNER.certificate(), List.of(), List.of(list)));
        assertNotChecked(revocation(SIGNER.certificate(), List.of(ROOT.certificate), List.of()));
        assertNotChecked(revocation(SIGNER.certificate(), List.of(TestAuthority.root("Seal Test Root, O=Test only").certificate),
                List.of(list)));
        assertNotChecked(revocation(SIGNER.certificate(), List.of(TestAuthority.root("Another").certificate), List.of(list)));
    }

    /** The root of the same name, with another key, is not the issuer; the right one behind it is found. */
    @Test
    void theIssuerIsWhoSignedNotWhoIsCalledSo() {
        X509Certificate namesake = TestAuthority.root("Seal Test Root, O=Test only").certificate;

        assertThat(revocation(SIGNER.certificate(), List.of(namesake, ROOT.certificate), List.of(ROOT.crl().issue())))
                .isEqualTo(Finding.passed(VerificationStep.SIGNER_REVOCATION));
    }

    @Test
    void theIssuerIsWhoIsCalledSoNotWhoeverHasItsKey() {
        TestAuthority renamed = TestAuthority.root("Another", ROOT.pair, "SM3withSM2", KeyUsage.keyCertSign | KeyUsage.cRLSign);

        assertNotChecked(revocation(SIGNER.certificate(), List.of(renamed.certificate), List.of(renamed.crl().issue())));
    }

    @Test
    void revocationIsAskedOfEveryIssuerBelowTheRoot() {
        TestAuthority between = ROOT.intermediate("Between, O=Test only");
        X509Certificate signer = between.leaf("Signer").usage(KeyUsage.nonRepudiation).issue();
        List<X509Certificate> path = List.of(between.certificate, ROOT.certificate);
        X509CRL rootsList = ROOT.crl().revoke(between.certificate, SEALED).issue();

        assertThat(revocation(signer, path, List.of(between.crl().issue(), ROOT.crl().issue())).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(revocation(signer, path, List.of(between.crl().issue(), rootsList)).code())
                .isEqualTo(FailureCode.CERTIFICATE_REVOKED.code());
        assertNotChecked(revocation(signer, path, List.of(between.crl().issue())));
        assertNotChecked(revocation(signer, List.of(between.certificate), List.of(between.crl().issue(), ROOT.crl().issue())));
    }

    @Test
    void aPathOfEightIsFollowedALongerOneIsNot() {
        TestAuthority last = ROOT;
        List<X509Certificate> anchors = new java.util.ArrayList<>(List.of(ROOT.certificate));
        List<X509CRL> lists = new java.util.ArrayList<>(List.of(ROOT.crl().issue()));
        for (int i = 1; i < 8; i++) {
            last = last.intermediate("Level " + i);
            anchors.add(last.certificate);
            lists.add(last.crl().issue());
        }
        X509Certificate eighth = last.signer("Eighth");
        TestAuthority deeper = last.intermediate("Level 8");
        anchors.add(deeper.certificate);
        lists.add(deeper.crl().issue());

        assertThat(revocation(eighth, anchors, lists).outcome()).isEqualTo(Outcome.PASSED);
        assertNotChecked(revocation(deeper.signer("Ninth"), anchors, lists));
    }

    @Test
    void whoWasRevokedAfterAProvenTimeHadNotBeenThen() {
        X509CRL list = ROOT.crl().revoke(SIGNER.certificate(), SEALED).issue();
        VerificationBasis basis = basis(List.of(ROOT.certificate), List.of(list));

        assertThat(Certificates.revocation(VerificationStep.SIGNER_REVOCATION, SIGNER.certificate(), SEALED.minusSeconds(1), basis))
                .isEqualTo(Finding.passed(VerificationStep.SIGNER_REVOCATION));
        Finding revoked = Certificates.revocation(VerificationStep.SIGNER_REVOCATION, SIGNER.certificate(), SEALED, basis);
        assertThat(revoked.english()).contains(SEALED.toString());
    }

    // --- time-stamp
    @Test
    void aTimeStampProvesWhenTheSignatureWasThere() throws Exception {
        byte[] signature = {1, 2, 3};
        byte[] token = Stamps.token(signature, SEALED);
        StampStep genuine = StampStep.of(token, signature, Bases.full());

        assertThat(genuine).isEqualTo(new StampStep(Finding.passed(VerificationStep.TIME_STAMP), SEALED));
        StampStep other = StampStep.of(token, new byte[] {1}, Bases.full());
        assertThat(other.finding()).isEqualTo(Finding.failed(
                VerificationStep.TIME_STAMP, DocumentFault.TIME_STAMP_WRONG, "the time-stamp is over other bytes"));
        assertThat(other.proven()).isNull();
        StampStep untrusted = StampStep.of(token, signature, basis(List.of(TestAuthority.root("Another").certificate), List.of()));
        assertThat(untrusted.finding().code()).isEqualTo(DocumentFault.TIME_STAMP_WRONG.code());
        assertThat(StampStep.of(token, signature, Bases.nothing()))
                .isEqualTo(new StampStep(Finding.notChecked(VerificationStep.TIME_STAMP, DocumentFault.NEEDS_ANCHORS), null));
        assertThat(StampStep.of(null, signature, Bases.full()).finding())
                .isEqualTo(Finding.of(VerificationStep.TIME_STAMP, Outcome.NOT_APPLICABLE, DocumentFault.NO_TIME_STAMP));
    }

    // --- organisation
    @Test
    void theOrganisationIsOneOfThoseGiven() {
        Set<String> ours = Set.of("甲中心", "乙中心");

        assertThat(BusinessSteps.sealOf("乙中心贷款专用章", ours)).isEqualTo(Finding.passed(VerificationStep.ORGANISATION));
        assertThat(BusinessSteps.sealOf("丙市乙中心", ours))
                .isEqualTo(Finding.failed(VerificationStep.ORGANISATION, DocumentFault.OTHER_ORGANISATION, "丙市乙中心"));
        assertThat(BusinessSteps.certificateOf("甲中心", ours)).isEqualTo(Finding.passed(VerificationStep.ORGANISATION));
        assertThat(BusinessSteps.certificateOf("甲中心分部", ours).code()).isEqualTo(DocumentFault.OTHER_ORGANISATION.code());
        assertThat(BusinessSteps.certificateOf("甲中心", Set.of()))
                .isEqualTo(Finding.notChecked(VerificationStep.ORGANISATION, DocumentFault.NEEDS_ORGANISATION));
    }

    // --- record
    private static final String PAGE = "编号：SP20260001 第 2 版 批准金额 ¥1,234,567.89（大写）人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分 批准期限 300 个月";
    private static final byte[] FILE = {1, 2, 3};

    @Test
    void whatIsPrintedEqualsTheRecord() {
        assertThat(record(PAGE, file(FILE))).isEmpty();
        assertThat(record(PAGE, null)).isEmpty();
        assertThat(record(PAGE, file(new byte[0]))).containsExactly("FILE_DIFFERS");
        assertThat(record(PAGE.replace("SP20260001", "SP20260002"), null)).containsExactly("number");
        assertThat(record(PAGE.replace("第 2 版", "第 1 版"), null)).containsExactly("version");
        assertThat(record(PAGE.replace("¥1,2", "¥2,2"), null)).containsExactly("amount");
        assertThat(record(PAGE.replace("壹佰", "贰佰"), null)).containsExactly("amount");
        assertThat(record(PAGE.replace("300", "30"), null)).containsExactly("term");
    }

    @Test
    void whatIsPrintedTwiceInTwoWaysOrNotAtAllIsNotPrinted() {
        assertThat(record(PAGE + PAGE, null)).isEmpty();
        assertThat(record(PAGE + " 批准期限 301 个月", null)).containsExactly("term");
        assertThat(record(PAGE + " 编号：SP20260001 第 3 版", null)).containsExactly("number", "version");
        assertThat(record(PAGE + " 批准金额 ¥1.00（大写）人民币壹元整", null)).containsExactly("amount");
        assertThat(record("", null)).containsExactly("number", "version", "amount", "term");
        assertThat(PrintedTerms.of("")).isEqualTo(new PrintedTerms(null, null, null, "", null));
        assertThat(PrintedTerms.of("编 号：A-12　第 1 版").opinionNo()).isEqualTo("A-12");
    }

    @Test
    void anOpinionThatLostItsForceForTwoReasonsSaysBoth() {
        OpinionRecord record = new OpinionRecord(
                "SP20260001", 1, Money.yuan(new BigDecimal("1")), 1, Bases.TODAY.minusDays(1), Standing.REVOKED, null);
        OpinionRecord superseded = new OpinionRecord(
                "SP20260001", 1, Money.yuan(new BigDecimal("1")), 1, Bases.TODAY, Standing.SUPERSEDED, null);
        OpinionRecord inForce = new OpinionRecord(
                "SP20260001", 1, Money.yuan(new BigDecimal("1")), 1, Bases.TODAY, Standing.IN_FORCE, null);

        assertThat(BusinessSteps.standing(superseded, Bases.TODAY))
                .containsExactly(Finding.failed(VerificationStep.STANDING, DocumentFault.SUPERSEDED));
        assertThat(BusinessSteps.standing(inForce, Bases.TODAY)).containsExactly(Finding.passed(VerificationStep.STANDING));

        assertThat(BusinessSteps.standing(record, Bases.TODAY)).extracting(Finding::code)
                .containsExactly(DocumentFault.REVOKED.code(), DocumentFault.OPINION_EXPIRED.code());
        assertThat(BusinessSteps.standing(record, Bases.TODAY).get(1).english()).contains("2026-11-30");
        assertThat(BusinessSteps.standing(null, Bases.TODAY))
                .containsExactly(Finding.notChecked(VerificationStep.STANDING, DocumentFault.NEEDS_RECORD));
    }

    /** Of each difference the word for it; FILE_DIFFERS for the file. */
    private static List<String> record(String page, @Nullable Digest file) {
        OpinionRecord record = new OpinionRecord(
                "SP20260001", 2, Money.yuan(new BigDecimal("1234567.89")), 300, Bases.TODAY, Standing.IN_FORCE, file);
        return BusinessSteps.record(PrintedTerms.of(page), record, FILE).stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .peek(finding -> assertThat(finding.step()).isEqualTo(VerificationStep.RECORD))
                .map(StepsTest::what)
                .toList();
    }

    private static String what(Finding finding) {
        return List.of("number", "version", "amount", "term").stream()
                .filter(word -> finding.english().endsWith(": " + word))
                .findFirst()
                .orElse(DocumentFault.FILE_DIFFERS.code().equals(finding.code()) ? "FILE_DIFFERS" : "?");
    }

    private static Digest file(byte[] bytes) {
        return Digest.of(bytes);
    }

    private static SignerList digests(String type, Octets value) {
        return new SignerList.Digests(List.of(new SignerList.CertificateDigest(type, value)));
    }

    private static Finding revocation(X509Certificate certificate, List<X509Certificate> anchors, List<X509CRL> lists) {
        return Certificates.revocation(VerificationStep.SIGNER_REVOCATION, certificate, Bases.now(), basis(anchors, lists));
    }

    private static void assertNotChecked(Finding finding) {
        assertThat(finding).isEqualTo(Finding.notChecked(VerificationStep.SIGNER_REVOCATION, DocumentFault.NEEDS_LISTS));
    }

    private static VerificationBasis basis(List<X509Certificate> anchors, List<X509CRL> lists) {
        return Bases.of(anchors, lists, Bases.record(io.jinqiao.opinion.Approvals.ordinary(), Standing.IN_FORCE));
    }
}
