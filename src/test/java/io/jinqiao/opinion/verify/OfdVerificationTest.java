package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.DocumentVerdict.Result;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ofd.SealedOfds;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealInfo;
import io.jinqiao.opinion.ses.SealedValue;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.opinion.ses.SignerList;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.TestAuthority;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** One hostile document for each thing that can be wrong; each is refused, at the step that must notice, with its own code. */
class OfdVerificationTest {
    private static final Instant SEALED = SesPeople.SEALED;

    @Test
    void aGenuineOpinionIsAuthenticAndEverythingIsChecked() {
        DocumentVerdict verdict = verify(Forger.genuine());

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.with(Outcome.NOT_CHECKED)).isEmpty();
        assertThat(verdict.result()).isEqualTo(Result.AUTHENTIC);
        assertThat(verdict.opinionNo()).isEqualTo("SP202611230000017");
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void anOpinionOfTwoPagesIsAuthentic() {
        OpinionRecord record = Bases.record(
                Approvals.of("SP202611230000018", 2, Approvals.coBorrowers(14), Approvals.CONDITIONS, "1234567.89"),
                Standing.IN_FORCE);

        assertThat(OpinionVerification.verify(SealedOfds.ofTwoPages(), Bases.with(record)).result())
                .isEqualTo(Result.AUTHENTIC);
    }

    @Test
    void thePackageTheForgerMakesIsGenuineAsLongAsHeChangesNothing() {
        assertThat(verify(Forger.of().sealed().zip()).result()).isEqualTo(Result.AUTHENTIC);
    }

    @Test
    void withoutAnyDataOnlyTheDocumentItselfIsChecked() {
        DocumentVerdict verdict = OpinionVerification.verify(Forger.genuine(), Bases.nothing());

        assertThat(verdict.with(Outcome.NOT_CHECKED)).extracting(f -> f.step() + " " + f.code()).containsExactly(
                "SIGNER_CERTIFICATE document.needs_anchors", "SIGNER_REVOCATION document.needs_lists",
                "MAKER_CERTIFICATE document.needs_anchors", "MAKER_REVOCATION document.needs_lists",
                "ORGANISATION document.needs_organisation", "RECORD document.needs_record", "STANDING document.needs_record");
        assertThat(verdict.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(verdict.exitCode()).isEqualTo(2);
    }

    // --- digests
    @Test
    void digestsNoticeAChangedPage() {
        assertFailed(verify(Forger.of().replace(Forger.PAGE, "600,000.00", "900,000.00").zip()), VerificationStep.DIGESTS,
                DocumentFault.DIGEST_DIFFERS);
    }

    @Test
    void digestsNoticeAFileThatIsGone() {
        Forger forger = Forger.of();
        forger.files.remove("Doc_0/PublicRes.xml");

        assertFailed(verify(forger.zip()), VerificationStep.DIGESTS, DocumentFault.REFERENCE_MISSING);
    }

    @Test
    void digestsRefuseAnAlgorithmThatIsNotAccepted() {
        Forger forger = Forger.of();
        forger.checkMethod = "MD5";

        assertOnly(verify(forger.sealed().zip()), VerificationStep.DIGESTS, DocumentFault.CHECK_METHOD);
    }

    @Test
    void digestsAcceptTheAlgorithmByItsName() {
        Forger forger = Forger.of();
        forger.checkMethod = "SM3";

        assertThat(verify(forger.sealed().zip()).result()).isEqualTo(Result.AUTHENTIC);
    }

    // --- coverage
    @Test
    void coverageNoticesAnExtraFileNothingRefersTo() {
        assertOnly(verify(Forger.of().put("Doc_0/Extra.xml", "<a/>").zip()), VerificationStep.COVERAGE, DocumentFault.UNREFERENCED);
    }

    @Test
    void coverageNoticesAFileThatIsReferredToTwice() {
        Forger forger = Forger.of();
        forger.moreReferences.add(Forger.PAGE);

        assertOnly(verify(forger.sealed().zip()), VerificationStep.COVERAGE, DocumentFault.REFERENCE_TWICE);
    }

    // --- signed data
    @Test
    void signedDataNoticesAnotherSignatureDescription() {
        assertFailed(verify(Forger.of().replace(Forger.SIGNATURE, "Version=\"1.0\"", "Version=\"1.1\"").zip()),
                VerificationStep.SIGNED_DATA, DocumentFault.DATA_HASH);
    }

    @Test
    void signedDataNoticesAnotherPlace() {
        Forger forger = Forger.of();
        forger.propertyInfo = "/Doc_0/Signs/Sign_1/Signature.xml";

        assertOnly(verify(forger.sealed().zip()), VerificationStep.SIGNED_DATA, DocumentFault.PROPERTY_INFO);
    }

    @Test
    void signedDataThatIsNoDerIsRefused() {
        Forger forger = Forger.of();
        forger.files.put(Forger.VALUE, new byte[] {0x30, (byte) 0x80, 0, 0});

        assertFailed(verify(forger.zip()), VerificationStep.SIGNED_DATA, DocumentFault.VALUE_MALFORMED);
    }

    // --- signature
    @Test
    void signatureOfAnotherKeyIsRefused() throws Exception {
        Forger forger = Forger.of().sealed();
        SealedValue value = SealedValue.decode(forger.files.get(Forger.VALUE));
        Octets foreign = Octets.of(SesPeople.STRANGER.sign(value.toSign().encoded()));
        forger.value(new SealedValue(value.toSign(), value.certificate(), value.algorithm(), foreign, null));

        assertOnly(verify(forger.zip()), VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG);
    }

    @Test
    void signatureByAnotherAlgorithmThanTheAcceptedIsRefused() {
        Forger forger = Forger.of();
        forger.method = "1.2.156.10197.1.503";

        assertOnly(verify(forger.sealed().zip()), VerificationStep.SIGNATURE, DocumentFault.ALGORITHM);
    }

    @Test
    void signatureWhoseOwnAlgorithmDiffersIsRefused() throws Exception {
        Forger forger = Forger.of().sealed();
        SealedValue v = SealedValue.decode(forger.files.get(Forger.VALUE));
        forger.value(new SealedValue(v.toSign(), v.certificate(), "1.2.156.10197.1.502", v.signature(), null));

        assertOnly(verify(forger.zip()), VerificationStep.SIGNATURE, DocumentFault.ALGORITHM);
    }

    // --- the signer's certificate
    @Test
    void signerUnderARootNobodyTrustsIsRefused() {
        Forger forger = usedBy(SesPeople.key(TestAuthority.root("Nobody"), "Signer, O=" + SesPeople.CENTRE));

        assertCertificate(verify(forger.zip()), VerificationStep.SIGNER_CERTIFICATE, FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void signerWhoseCertificateHadExpiredIsRefused() {
        KeyPair pair = TestAuthority.sm2();
        SesKey expired = SesPeople.key(pair, SesPeople.ROOT.leaf("Old, O=x").key(pair).to(SEALED.minusSeconds(1))
                .usage(KeyUsage.nonRepudiation).issue());

        assertCertificate(verify(usedBy(expired).zip()), VerificationStep.SIGNER_CERTIFICATE, FailureCode.CERTIFICATE_EXPIRED);
    }

    @Test
    void signerWhoseCertificateIsForEnvelopesIsRefused() {
        KeyPair pair = TestAuthority.sm2();
        SesKey envelope = SesPeople.key(pair, SesPeople.ROOT.leaf("Envelope, O=x").key(pair).usage(KeyUsage.keyEncipherment).issue());

        assertCertificate(verify(usedBy(envelope).zip()), VerificationStep.SIGNER_CERTIFICATE, FailureCode.CERTIFICATE_WRONG_USAGE);
    }

    @Test
    void signerWhoWasRevokedIsRefused() {
        DocumentVerdict verdict = revoked(SesPeople.SIGNER);

        assertCertificate(verdict, VerificationStep.SIGNER_REVOCATION, FailureCode.CERTIFICATE_REVOKED);
    }

    @Test
    void anOutdatedRevocationListLeavesTheStepUnchecked() {
        VerificationBasis basis = Bases.of(
                List.of(SesPeople.ROOT.certificate),
                List.of(SesPeople.ROOT.crl().from(SEALED.minus(Duration.ofDays(9))).to(SEALED.minusSeconds(1)).issue()),
                Bases.record(Approvals.ordinary(), Standing.IN_FORCE));

        assertThat(OpinionVerification.verify(Forger.genuine(), basis).with(Outcome.NOT_CHECKED))
                .extracting(f -> f.step())
                .containsExactly(VerificationStep.SIGNER_REVOCATION, VerificationStep.MAKER_REVOCATION);
    }

    // --- the seal
    @Test
    void sealThatIsNotTheOneItWasSealedWithIsRefused() {
        Forger mixed = Forger.of();
        Seal used = mixed.seal;
        mixed.seal = Seal.made(SesPeople.info(SesPeople.listed(SesPeople.SIGNER)), SesPeople.MAKER);
        mixed.sealed();
        mixed.seal = used;
        mixed.signed();

        assertOnly(verify(mixed.zip()), VerificationStep.SEAL, DocumentFault.SEAL_DIFFERS);
    }

    @Test
    void sealThatIsMissingIsRefused() {
        Forger forger = Forger.of().sealed().replace(Forger.SIGNATURE,
                "<ofd:Seal><ofd:BaseLoc>/" + Forger.SEAL + "</ofd:BaseLoc></ofd:Seal>", "").signed();

        assertOnly(verify(forger.zip()), VerificationStep.SEAL, DocumentFault.SEAL_MISSING);
    }

    @Test
    void sealWhoseMakersSignatureIsForgedIsRefused() {
        Forger forger = Forger.of();
        Seal genuine = forger.seal;
        forger.seal = new Seal(genuine.info(), genuine.makerCertificate(), genuine.algorithm(),
                Octets.of(SesPeople.STRANGER.sign(genuine.info().encoded())));

        assertOnly(verify(forger.sealed().zip()), VerificationStep.SEAL, DocumentFault.MAKER_SIGNATURE_WRONG);
    }

    @Test
    void makerUnderARootNobodyTrustsIsRefused() {
        Forger forger = Forger.of();
        forger.seal = Seal.made(forger.seal.info(), SesPeople.key(TestAuthority.root("Backyard"), "Maker, O=Backyard"));

        assertCertificate(verify(forger.sealed().zip()), VerificationStep.MAKER_CERTIFICATE, FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void makerWhoWasRevokedIsRefused() {
        assertCertificate(revoked(SesPeople.MAKER), VerificationStep.MAKER_REVOCATION, FailureCode.CERTIFICATE_REVOKED);
    }

    // --- the list
    @Test
    void signerWhoIsNotInTheSealsListIsRefused() {
        Forger forger = Forger.of();
        forger.signer = SesPeople.STRANGER;

        assertOnly(verify(forger.sealed().zip()), VerificationStep.SEAL_LIST, DocumentFault.NOT_LISTED);
    }

    @Test
    void signerIsFoundInAListOfDigests() {
        assertThat(verify(listedBy(SesPeople.SIGNER).zip()).result()).isEqualTo(Result.AUTHENTIC);
        assertOnly(verify(listedBy(SesPeople.STRANGER).zip()), VerificationStep.SEAL_LIST, DocumentFault.NOT_LISTED);
    }

    // --- times
    @Test
    void sealThatHadExpiredIsRefused() {
        assertOnly(verify(validity(SEALED.minusSeconds(100), SEALED.minusSeconds(1)).zip()), VerificationStep.TIMES,
                DocumentFault.SEAL_EXPIRED);
    }

    @Test
    void sealThatWasNotYetValidIsRefused() {
        assertOnly(verify(validity(SEALED.plusSeconds(1), SEALED.plusSeconds(100)).zip()), VerificationStep.TIMES,
                DocumentFault.SEAL_NOT_YET_VALID);
    }

    @Test
    void bothEndsOfTheSealsValidityAreInside() {
        assertThat(verify(validity(SEALED, SEALED).zip()).result()).isEqualTo(Result.AUTHENTIC);
    }

    @Test
    void timeInTheFutureIsRefused() {
        Forger forger = Forger.of();
        forger.at = Bases.now().plus(SealSteps.CLOCKS_APART).plusSeconds(1);

        assertOnly(verify(forger.sealed().zip()), VerificationStep.TIMES, DocumentFault.TIME_IN_FUTURE);
    }

    // --- time-stamp
    @Test
    void timeStampThatIsNoneIsRefused() throws Exception {
        Forger forger = Forger.of().sealed();
        forger.value(SealedValue.decode(forger.files.get(Forger.VALUE)).withTimeStamp(new byte[] {1, 2, 3}));

        assertOnly(verify(forger.zip()), VerificationStep.TIME_STAMP, DocumentFault.TIME_STAMP_WRONG);
    }

    @Test
    void timeStampProvesThatSignerAndMakerWereRevokedOnlyLater() throws Exception {
        Forger forger = Forger.of().sealed();
        SealedValue value = SealedValue.decode(forger.files.get(Forger.VALUE));
        byte[] file = forger.value(value.withTimeStamp(Stamps.token(value.signature().bytes(), SEALED.plusSeconds(5)))).zip();
        VerificationBasis basis = Bases.of(
                List.of(SesPeople.ROOT.certificate),
                List.of(SesPeople.ROOT.crl().revoke(SesPeople.SIGNER.certificate(), SEALED.plusSeconds(6))
                        .revoke(SesPeople.MAKER.certificate(), SEALED.plusSeconds(6)).issue()),
                Bases.record(Approvals.ordinary(), Standing.IN_FORCE));

        assertThat(OpinionVerification.verify(file, basis).result()).isEqualTo(Result.AUTHENTIC);
        assertThat(OpinionVerification.verify(Forger.genuine(), basis).failures())
                .containsExactly("certificate.revoked", "certificate.revoked");
    }

    // --- organisation, record, standing
    @Test
    void sealOfAnotherOrganisationIsRefused() {
        Forger forger = Forger.of();
        forger.seal = Seal.made(SesPeople.info(SesPeople.listed(SesPeople.SIGNER), "另一市住房公积金中心贷款审批专用章",
                SEALED.minusSeconds(9), SEALED.plusSeconds(9)), SesPeople.MAKER);

        assertOnly(verify(forger.sealed().zip()), VerificationStep.ORGANISATION, DocumentFault.OTHER_ORGANISATION);
    }

    @Test
    void recordWithAnotherAmountIsNoticed() {
        OpinionRecord r = Bases.record(Approvals.ordinary(), Standing.IN_FORCE);
        OpinionRecord other = new OpinionRecord(r.opinionNo(), r.version(), Money.yuan(new java.math.BigDecimal("500000")),
                r.months(), r.validTo(), r.standing(), null);

        assertOnly(OpinionVerification.verify(Forger.genuine(), Bases.with(other)), VerificationStep.RECORD,
                DocumentFault.RECORD_DIFFERS);
    }

    @Test
    void recordWithAnotherTermOrVersionIsNoticed() {
        OpinionRecord r = Bases.record(Approvals.ordinary(), Standing.IN_FORCE);
        OpinionRecord other = new OpinionRecord(r.opinionNo(), 9, r.amount(), 120, r.validTo(), r.standing(), null);

        assertThat(OpinionVerification.verify(Forger.genuine(), Bases.with(other)).failures())
                .containsExactly("document.record_differs", "document.record_differs");
    }

    @Test
    void recordOfAnotherFileIsNoticed() {
        OpinionRecord r = Bases.record(Approvals.ordinary(), Standing.IN_FORCE);
        OpinionRecord other = new OpinionRecord(r.opinionNo(), r.version(), r.amount(), r.months(), r.validTo(), r.standing(),
                io.jinqiao.message.Digest.of(new byte[0]));

        assertOnly(OpinionVerification.verify(Forger.genuine(), Bases.with(other)), VerificationStep.RECORD,
                DocumentFault.FILE_DIFFERS);
    }

    @Test
    void anOpinionNobodyRecordedIsRefused() {
        OpinionRecord other = new OpinionRecord("SP1", 1, Money.yuan(new java.math.BigDecimal("1")), 1, Bases.TODAY,
                Standing.IN_FORCE, null);

        assertOnly(OpinionVerification.verify(Forger.genuine(), Bases.with(other)), VerificationStep.RECORD,
                DocumentFault.RECORD_UNKNOWN);
    }

    @Test
    void standingTellsASupersededAndARevokedOpinionFromAForgedOne() {
        for (Standing standing : new Standing[] {Standing.SUPERSEDED, Standing.REVOKED}) {
            DocumentVerdict verdict = OpinionVerification.verify(
                    Forger.genuine(), Bases.with(Bases.record(Approvals.ordinary(), standing)));

            assertThat(verdict.failures()).containsExactly("document." + standing.name().toLowerCase(Locale.ROOT));
            assertThat(verdict.result()).isEqualTo(Result.NOT_IN_FORCE);
            assertThat(verdict.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void standingEndsAfterTheLastDayOfValidity() {
        OpinionRecord r = Bases.record(Approvals.ordinary(), Standing.IN_FORCE);
        OpinionRecord lastDay = new OpinionRecord(r.opinionNo(), 1, r.amount(), r.months(), Bases.TODAY, r.standing(), null);
        OpinionRecord over = new OpinionRecord(
                r.opinionNo(), 1, r.amount(), r.months(), LocalDate.from(Bases.TODAY).minusDays(1), r.standing(), null);

        assertThat(OpinionVerification.verify(Forger.genuine(), Bases.with(lastDay)).result()).isEqualTo(Result.AUTHENTIC);
        assertThat(OpinionVerification.verify(Forger.genuine(), Bases.with(over)).failures())
                .containsExactly("document.opinion_expired");
    }

    @Test
    void everyFailureIsReportedNotOnlyTheFirst() {
        Forger forger = validity(SEALED.minusSeconds(100), SEALED.minusSeconds(1));
        forger.signer = SesPeople.STRANGER;
        byte[] file = forger.sealed().put("Doc_0/Extra.xml", "<a/>").zip();

        assertThat(verify(file).failures()).containsExactly(
                "document.unreferenced", "document.signer_not_listed", "document.seal_expired");
    }

    @Test
    void aClerkReadsTheAnswerInBothLanguages() {
        DocumentVerdict verdict = verify(Forger.of().put("Doc_0/Extra.xml", "<a/>").zip());

        assertThat(verdict.text(Locale.CHINESE)).contains("不通过  保护范围: 文件 Doc_0/Extra.xml 不在签章保护之内", "结论：不予认可");
        assertThat(verdict.text(Locale.ENGLISH)).contains("FAILED", "not protected by the seal", "Conclusion: refused");
    }

    private static Forger usedBy(SesKey key) {
        Forger forger = Forger.of();
        SealInfo info = SesPeople.info(SesPeople.listed(key));
        forger.seal = Seal.made(info, SesPeople.MAKER);
        forger.signer = key;
        return forger.sealed();
    }

    private static Forger validity(Instant from, Instant to) {
        Forger forger = Forger.of();
        forger.seal = Seal.made(
                SesPeople.info(SesPeople.listed(SesPeople.SIGNER), SesPeople.CENTRE + "专用章", from, to), SesPeople.MAKER);
        return forger.sealed();
    }

    private static Forger listedBy(SesKey key) {
        Forger forger = Forger.of();
        SignerList digests = new SignerList.Digests(List.of(new SignerList.CertificateDigest(
                "1.2.156.10197.1.401", Octets.of(Digests.sm3(CertificateFiles.der(key.certificate()))))));
        forger.seal = Seal.made(SesPeople.info(digests), SesPeople.MAKER);
        return forger.sealed();
    }

    private static DocumentVerdict revoked(SesKey key) {
        return OpinionVerification.verify(Forger.genuine(), Bases.of(
                List.of(SesPeople.ROOT.certificate),
                List.of(SesPeople.ROOT.crl().revoke(key.certificate(), SEALED.plusSeconds(60)).issue()),
                Bases.record(Approvals.ordinary(), Standing.IN_FORCE)));
    }

    private static DocumentVerdict verify(byte[] file) {
        return OpinionVerification.verify(file, Bases.full());
    }

    private static void assertFailed(DocumentVerdict verdict, VerificationStep step, DocumentFault fault) {
        assertThat(verdict.with(Outcome.FAILED)).anyMatch(f -> f.step() == step && fault.code().equals(f.code()));
        assertThat(verdict.result()).isEqualTo(Result.REFUSED);
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    /** Nothing else notices: without this step the document would pass. */
    private static void assertOnly(DocumentVerdict verdict, VerificationStep step, DocumentFault fault) {
        assertThat(verdict.with(Outcome.FAILED)).extracting(f -> f.step() + " " + f.code()).containsExactly(step + " " + fault.code());
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    private static void assertCertificate(DocumentVerdict verdict, VerificationStep step, FailureCode code) {
        assertThat(verdict.with(Outcome.FAILED)).extracting(f -> f.step() + " " + f.code()).containsExactly(step + " " + code.code());
        assertThat(verdict.exitCode()).isEqualTo(1);
    }
}
