package io.jinqiao.signing;

import static io.jinqiao.signing.CertificateUsage.CLIENT_AUTHENTICATION;
import static io.jinqiao.signing.CertificateUsage.DOCUMENT_SEAL;
import static io.jinqiao.signing.CertificateUsage.KEY_WRAPPING;
import static io.jinqiao.signing.CertificateUsage.MESSAGE_SIGNATURE;
import static io.jinqiao.signing.CertificateUsage.TIME_STAMPING;
import static io.jinqiao.signing.TestAuthority.FROM;
import static io.jinqiao.signing.TestAuthority.NOW;
import static io.jinqiao.signing.TestAuthority.TO;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a certificate can be wrong, at an instant of choice. */
class TrustTest {
    private static final TestAuthority ROOT = TestAuthority.root("root");
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<X509Certificate> anchors = new ArrayList<>(List.of(ROOT.certificate));

    @Test
    void believesAGoodCertificateAndSaysHowItKnows() {
        X509Certificate leaf = ROOT.signer("leaf");
        Verdict verdict = trust(ROOT.crl().issue()).check(leaf, MESSAGE_SIGNATURE, NOW);
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.revocation())
                .matches("good crl=[0-9a-f]{64} thisUpdate=2026-05-31T00:00:00Z nextUpdate=2026-06-02T00:00:00Z");
        assertThat(verdict.certificate()).isEqualTo(CertificateFiles.der(leaf));
        assertThat(verdict.channelOnly()).isFalse();
    }

    @Test
    void validityIncludesBothEnds() {
        X509Certificate leaf = ROOT.leaf("leaf").from(FROM.plus(SECOND)).to(TO.minus(SECOND)).issue();
        assertThat(problem(leaf, FROM.plus(SECOND))).isNull();
        assertThat(problem(leaf, TO.minus(SECOND))).isNull();
        assertThat(problem(leaf, FROM)).isEqualTo(Problem.of(FailureCode.CERTIFICATE_NOT_YET_VALID, FROM.plus(SECOND).toString()));
        assertThat(problem(leaf, TO)).isEqualTo(Problem.of(FailureCode.CERTIFICATE_EXPIRED, TO.minus(SECOND).toString()));
    }

    @Test
    void checksAtTheTimeOfTheMessageEvenWhenThePathIsKnown() {
        Trust trust = Trust.of(anchors, RevocationLists::notAsked, false);
        X509Certificate leaf = ROOT.leaf("leaf").to(TO.plus(Duration.ofDays(9))).issue();
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, NOW).accepted()).isTrue();
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, TO.plus(SECOND)).problem())
                .as("the root ended")
                .isEqualTo(Problem.of(FailureCode.CERTIFICATE_UNTRUSTED));
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, NOW).accepted()).isTrue();
    }

    @Test
    void everyUseNeedsItsOwnBits() {
        assertThat(usage(0, MESSAGE_SIGNATURE)).isEqualTo("digitalSignature");
        assertThat(usage(KeyUsage.keyEncipherment, MESSAGE_SIGNATURE)).isEqualTo("digitalSignature");
        assertThat(usage(KeyUsage.digitalSignature, MESSAGE_SIGNATURE)).isNull();
        assertThat(usage(KeyUsage.nonRepudiation, MESSAGE_SIGNATURE)).isNull();
        assertThat(usage(KeyUsage.nonRepudiation, DOCUMENT_SEAL)).isNull();
        assertThat(usage(KeyUsage.dataEncipherment, DOCUMENT_SEAL)).isEqualTo("nonRepudiation");
        assertThat(usage(KeyUsage.digitalSignature, KEY_WRAPPING)).isEqualTo("keyEncipherment");
        assertThat(usage(KeyUsage.keyEncipherment, KEY_WRAPPING)).isNull();
        assertThat(usage(KeyUsage.dataEncipherment, KEY_WRAPPING)).isNull();
        assertThat(usage(KeyUsage.keyAgreement, KEY_WRAPPING)).isNull();
    }

    @Test
    void tlsAndTimeStampsNeedTheirPurposeToo() {
        X509Certificate none = ROOT.signer("none");
        X509Certificate client = purpose(KeyPurposeId.id_kp_clientAuth, KeyUsage.digitalSignature);
        X509Certificate stamps = purpose(KeyPurposeId.id_kp_timeStamping, KeyUsage.digitalSignature);
        X509Certificate wrongBits = purpose(KeyPurposeId.id_kp_clientAuth, KeyUsage.keyEncipherment);
        assertThat(code(client, CLIENT_AUTHENTICATION)).isNull();
        assertThat(code(stamps, TIME_STAMPING)).isNull();
        assertThat(code(none, CLIENT_AUTHENTICATION)).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
        assertThat(code(stamps, CLIENT_AUTHENTICATION)).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
        assertThat(code(client, TIME_STAMPING)).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
        assertThat(code(wrongBits, CLIENT_AUTHENTICATION)).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
    }

    @Test
    void anAuthorityIsNoSigner() {
        X509Certificate authority = ROOT.leaf("ca").authority().usage(KeyUsage.digitalSignature).issue();
        X509Certificate last = ROOT.leaf("ca").lastAuthority().usage(KeyUsage.digitalSignature).issue();
        assertThat(code(authority, MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
        assertThat(code(last, MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_WRONG_USAGE);
    }

    @Test
    void anAuthorityForSignersOnlyIssuesToSigners() {
        KeyPair pair = TestAuthority.sm2();
        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        X509Certificate root = TestAuthority.root("last", pair, "SM3withSM2", usage)
                .leaf("last")
                .key(pair)
                .lastAuthority()
                .usage(usage)
                .issue();
        TestAuthority last = TestAuthority.root("last", pair, "SM3withSM2", usage);
        anchors.clear();
        anchors.add(root);
        assertThat(code(last.signer("leaf"), MESSAGE_SIGNATURE)).isNull();
        KeyPair between = TestAuthority.sm2();
        X509Certificate issued = ROOT.leaf("between").key(between).lastAuthority().usage(usage).issue();
        TestAuthority below = TestAuthority.root("between", between, "SM3withSM2", usage);
        anchors.clear();
        anchors.addAll(List.of(ROOT.certificate, issued));
        IssuingDistributionPoint authorities = new IssuingDistributionPoint(null, false, true, null, false, false);
        X509CRL ofRoot = ROOT.crl().with(Extension.issuingDistributionPoint, true, authorities).issue();
        X509CRL ofBelow = below.crl().issue();
        assertThat(code(trust(ofRoot, ofBelow), below.signer("leaf"))).isNull();
    }

    @Test
    void refusesWhatDoesNotChainToARoot() {
        TestAuthority stranger = TestAuthority.root("stranger");
        TestAuthority impostor = TestAuthority.root("root");
        assertThat(code(stranger.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
        assertThat(code(impostor.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
        anchors.clear();
        assertThat(code(ROOT.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void findsTheWayThroughIntermediatesAndAsksForTheListsOfEach() {
        TestAuthority between = ROOT.intermediate("between");
        X509Certificate leaf = between.signer("leaf");
        assertThat(code(leaf, MESSAGE_SIGNATURE)).as("intermediate unknown").isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
        anchors.add(between.certificate);
        X509CRL ofRoot = ROOT.crl().issue();
        X509CRL ofBetween = between.crl().issue();
        assertThat(trust(ofRoot, ofBetween).check(leaf, MESSAGE_SIGNATURE, NOW).revocation())
                .matches("good crl=[0-9a-f]{64} .*; good crl=[0-9a-f]{64} .*");
        assertThat(code(trust(ofBetween), leaf)).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        assertThat(code(trust(ofRoot), leaf)).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        X509CRL gone = ROOT.crl().revoke(between.certificate, NOW.minus(SECOND)).issue();
        assertThat(code(trust(gone, ofBetween), leaf)).isEqualTo(FailureCode.CERTIFICATE_REVOKED);
    }

    @Test
    void anIntermediateAloneIsNoAnchorAndAnOldOneEndsThePath() {
        TestAuthority between = ROOT.intermediate("between", NOW.plus(SECOND));
        X509Certificate leaf = between.signer("leaf");
        anchors.add(between.certificate);
        Trust trust = Trust.of(anchors, RevocationLists::notAsked, false);
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, NOW).accepted()).isTrue();
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, NOW.plus(SECOND.multipliedBy(2))).problem())
                .isEqualTo(Problem.of(FailureCode.CERTIFICATE_UNTRUSTED));
        anchors.remove(ROOT.certificate);
        assertThat(code(leaf, MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void aSignerCannotIssue() {
        KeyPair pair = TestAuthority.sm2();
        anchors.add(ROOT.leaf("signer").key(pair).issue());
        TestAuthority asAuthority = TestAuthority.root("signer", pair, "SM3withSM2", KeyUsage.keyCertSign);
        assertThat(code(asAuthority.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void aRootMustBeMadeForIssuing() {
        TestAuthority mute = TestAuthority.root("mute", TestAuthority.sm2(), "SM3withSM2", KeyUsage.digitalSignature);
        TestAuthority noUsage = TestAuthority.root("no usage", TestAuthority.sm2(), "SM3withSM2", 0);
        KeyPair pair = TestAuthority.sm2();
        TestAuthority itself = TestAuthority.root("itself", pair, "SM3withSM2", KeyUsage.keyCertSign);
        X509Certificate noAuthority = itself.leaf("itself").key(pair).usage(KeyUsage.keyCertSign).issue();
        anchors.addAll(List.of(mute.certificate, noUsage.certificate, noAuthority));
        assertThat(code(mute.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
        assertThat(code(noUsage.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
        assertThat(code(itself.signer("leaf"), MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void refusesWhatItDoesNotUnderstandWhenCritical() {
        X509Certificate strange = ROOT.leaf("leaf").with("2.25.1", true, DERNull.INSTANCE).issue();
        X509Certificate harmless = ROOT.leaf("leaf").with("2.25.1", false, DERNull.INSTANCE).issue();
        assertThat(code(strange, MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_UNTRUSTED);
        assertThat(code(harmless, MESSAGE_SIGNATURE)).isNull();
    }

    @Test
    void developmentCertificatesPassOnlyWhereTheyMay() {
        X509Certificate marked = ROOT.leaf("dev").with(DevelopmentMarker.OID, false, DERNull.INSTANCE).issue();
        assertThat(code(marked, MESSAGE_SIGNATURE)).isEqualTo(FailureCode.CERTIFICATE_DEVELOPMENT);
        Trust workbench = Trust.of(anchors, RevocationLists::notAsked, true);
        assertThat(workbench.check(marked, MESSAGE_SIGNATURE, NOW).accepted()).isTrue();
    }

    @Test
    void refusesWeakAlgorithms() {
        TestAuthority rsa = TestAuthority.root(
                "rsa", TestAuthority.rsa(2048), "SHA256withRSA", KeyUsage.keyCertSign | KeyUsage.cRLSign);
        anchors.add(rsa.certificate);
        assertThat(problem(rsa.leaf("l").key(TestAuthority.rsa(1024)).issue(), NOW))
                .isEqualTo(Problem.of(FailureCode.CERTIFICATE_WEAK, "RSA 1024"));
        assertThat(problem(rsa.leaf("l").signedWith("SHA1withRSA").issue(), NOW))
                .isEqualTo(Problem.of(FailureCode.CERTIFICATE_WEAK, "1.2.840.113549.1.1.5"));
        assertThat(problem(rsa.leaf("l").key(TestAuthority.onCurve("secp256k1")).issue(), NOW))
                .isEqualTo(Problem.of(FailureCode.CERTIFICATE_WEAK, "1.3.132.0.10"));
        for (String strong : new String[] {"SHA256withRSA", "SHA384withRSA", "SHA512withRSA"}) {
            assertThat(problem(rsa.leaf("l").signedWith(strong).issue(), NOW)).isNull();
        }
        assertThat(problem(rsa.leaf("l").key(TestAuthority.rsa(2048)).issue(), NOW)).isNull();
        assertThat(problem(rsa.leaf("l").key(TestAuthority.onCurve("secp384r1")).issue(), NOW)).isNull();
    }

    /** RFC 5280: a root is trusted because it was configured, its signature over itself proves nothing. */
    @Test
    void theSignatureOfARootOverItselfMayBeOld() {
        KeyPair pair = TestAuthority.rsa(2048);
        TestAuthority old = TestAuthority.root("old", pair, "SHA1withRSA", KeyUsage.keyCertSign | KeyUsage.cRLSign);
        anchors.add(old.certificate);
        assertThat(old.certificate.getSigAlgName()).containsIgnoringCase("SHA1");
        assertThat(problem(old.leaf("l").signedWith("SHA256withRSA").issue(), NOW)).isNull();
    }

    @Test
    void refusesAWeakIntermediate() {
        TestAuthority rsa = TestAuthority.root(
                "rsa", TestAuthority.rsa(2048), "SHA256withRSA", KeyUsage.keyCertSign | KeyUsage.cRLSign);
        KeyPair weakKey = TestAuthority.rsa(1024);
        X509Certificate weak = rsa.leaf("weak").key(weakKey).authority().usage(KeyUsage.keyCertSign).issue();
        TestAuthority below = TestAuthority.root("weak", weakKey, "SHA256withRSA", KeyUsage.keyCertSign);
        anchors.addAll(List.of(rsa.certificate, weak));
        assertThat(problem(below.signer("leaf"), NOW)).isEqualTo(Problem.of(FailureCode.CERTIFICATE_WEAK, "RSA 1024"));
    }

    @Test
    void revocationCountsFromItsInstant() {
        X509Certificate leaf = ROOT.signer("leaf");
        Trust trust = trust(ROOT.crl().revoke(leaf, NOW).issue());
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, NOW.minus(SECOND)).accepted()).isTrue();
        Verdict verdict = trust.check(leaf, MESSAGE_SIGNATURE, NOW);
        assertThat(verdict.problem()).isEqualTo(Problem.of(FailureCode.CERTIFICATE_REVOKED, NOW.toString()));
        assertThat(verdict.revocation()).startsWith("revoked crl=");
        assertThat(code(trust, ROOT.signer("another"))).isNull();
    }

    @Test
    void aCertificateListedTwiceIsRevokedFromTheFirstOfItsDates() {
        X509Certificate leaf = ROOT.signer("leaf");
        Instant early = NOW.minus(SECOND);
        for (X509CRL list : List.of(
                ROOT.crl().revoke(leaf, early).revoke(leaf, NOW).issue(), ROOT.crl().revoke(leaf, NOW).revoke(leaf, early).issue())) {
            assertThat(trust(list).check(leaf, MESSAGE_SIGNATURE, NOW).problem())
                    .isEqualTo(Problem.of(FailureCode.CERTIFICATE_REVOKED, early.toString()));
        }
    }

    @Test
    void anOverdueListIsUsedWithinTheGraceAndNotBeyond() {
        X509Certificate leaf = ROOT.signer("leaf");
        Instant due = NOW.minus(Duration.ofHours(2));
        Trust trust = trust(ROOT.crl().from(due.minus(GRACE)).to(due).issue());
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, due).revocation()).startsWith("good ");
        Verdict overdue = trust.check(leaf, MESSAGE_SIGNATURE, due.plus(SECOND));
        assertThat(overdue.accepted()).isTrue();
        assertThat(overdue.revocation()).startsWith("stale crl=");
        assertThat(trust.check(leaf, MESSAGE_SIGNATURE, due.plus(GRACE)).accepted()).isTrue();
        Verdict beyond = trust.check(leaf, MESSAGE_SIGNATURE, due.plus(GRACE).plus(SECOND));
        assertThat(beyond.problem()).isEqualTo(Problem.of(FailureCode.CERTIFICATE_STATUS_UNKNOWN));
        assertThat(beyond.revocation()).startsWith("unknown crl=");
    }

    @Test
    void withoutAListNothingIsKnown() {
        Verdict verdict = trust().check(ROOT.signer("leaf"), MESSAGE_SIGNATURE, NOW);
        assertThat(verdict.problem()).isEqualTo(Problem.of(FailureCode.CERTIFICATE_STATUS_UNKNOWN));
        assertThat(verdict.revocation()).isEqualTo("unknown no-list");
    }

    @Test
    void believesTheNewestListOnly() {
        X509Certificate leaf = ROOT.signer("leaf");
        X509CRL older = ROOT.crl().from(NOW.minus(Duration.ofDays(2))).issue();
        X509CRL newer = ROOT.crl().revoke(leaf, NOW.minus(SECOND)).issue();
        assertThat(code(trust(older, newer), leaf)).isEqualTo(FailureCode.CERTIFICATE_REVOKED);
        assertThat(code(trust(newer, older), leaf)).isEqualTo(FailureCode.CERTIFICATE_REVOKED);
    }

    @Test
    void believesNoListOfAnImpostorOrOfAnIssuerThatMayNotListIt() {
        X509CRL forged = TestAuthority.root("root").crl().issue();
        assertThat(code(trust(forged), ROOT.signer("leaf"))).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        TestAuthority mute = TestAuthority.root("mute", TestAuthority.sm2(), "SM3withSM2", KeyUsage.keyCertSign);
        anchors.add(mute.certificate);
        assertThat(code(trust(mute.crl().issue()), mute.signer("leaf")))
                .isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        TestAuthority other = TestAuthority.root("other");
        assertThat(code(trust(other.crl().issue()), ROOT.signer("leaf")))
                .isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
    }

    @Test
    void listsWithoutAnEndOrWithSomethingStrangeInThemAreNotUsed() {
        X509Certificate leaf = ROOT.signer("leaf");
        ASN1ObjectIdentifier strange = new ASN1ObjectIdentifier("2.25.7");
        assertThat(code(trust(ROOT.crl().to(null).issue()), leaf)).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        assertThat(code(trust(ROOT.crl().with(strange, true, DERNull.INSTANCE).issue()), leaf))
                .isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        assertThat(code(trust(ROOT.crl().with(strange, false, DERNull.INSTANCE).issue()), leaf)).isNull();
        X509CRL delta = ROOT.crl().with(Extension.deltaCRLIndicator, true, new CRLNumber(java.math.BigInteger.ONE)).issue();
        assertThat(code(trust(delta), leaf)).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attributes", "some-reasons", "indirect", "authorities"})
    void partsOfAListThatSayNothingOfTheSignerAreNotUsed(String kind) {
        IssuingDistributionPoint part = new IssuingDistributionPoint(
                null,
                false,
                kind.equals("authorities"),
                kind.equals("some-reasons") ? new ReasonFlags(ReasonFlags.keyCompromise) : null,
                kind.equals("indirect"),
                kind.equals("attributes"));
        X509CRL list = ROOT.crl().with(Extension.issuingDistributionPoint, true, part).issue();
        assertThat(code(trust(list), ROOT.signer("leaf"))).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
    }

    @Test
    void aPartForSignersIsUsedForSignersOnly() {
        IssuingDistributionPoint users = new IssuingDistributionPoint(null, true, false, null, false, false);
        IssuingDistributionPoint authorities = new IssuingDistributionPoint(null, false, true, null, false, false);
        X509CRL forUsers = ROOT.crl().with(Extension.issuingDistributionPoint, true, users).issue();
        X509CRL forAuthorities = ROOT.crl().with(Extension.issuingDistributionPoint, true, authorities).issue();
        assertThat(code(trust(forUsers), ROOT.signer("leaf"))).isNull();
        TestAuthority between = ROOT.intermediate("between");
        anchors.add(between.certificate);
        X509CRL ofBetween = between.crl().issue();
        assertThat(code(trust(ofBetween, forUsers), between.signer("leaf")))
                .isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        assertThat(code(trust(ofBetween, forAuthorities), between.signer("leaf"))).isNull();
    }

    @Test
    void aNumberedPartIsUsedForTheCertificatesThatNameIt() {
        X509CRL first = part("http://crl.example/1.crl");
        assertThat(code(trust(first), pointingTo("http://crl.example/1.crl"))).isNull();
        assertThat(code(trust(first), pointingTo("http://crl.example/2.crl")))
                .isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
        assertThat(code(trust(first), ROOT.signer("none"))).isEqualTo(FailureCode.CERTIFICATE_STATUS_UNKNOWN);
    }

    private static X509CRL part(String address) {
        IssuingDistributionPoint part = new IssuingDistributionPoint(name(address), false, false, null, false, false);
        return ROOT.crl().with(Extension.issuingDistributionPoint, true, part).issue();
    }

    private static X509Certificate pointingTo(String address) {
        DistributionPoint point = new DistributionPoint(name(address), null, null);
        CRLDistPoint points = new CRLDistPoint(new DistributionPoint[] {point});
        return ROOT.leaf("leaf").with(Extension.cRLDistributionPoints.getId(), false, points).issue();
    }

    private static DistributionPointName name(String address) {
        return new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address)));
    }

    private static X509Certificate purpose(KeyPurposeId purpose, int bits) {
        return ROOT.leaf("leaf")
                .usage(bits)
                .with(Extension.extendedKeyUsage.getId(), false, new ExtendedKeyUsage(purpose))
                .issue();
    }

    /** Argument of the refusal for wrong usage; null when the use is allowed. */
    private String usage(int bits, CertificateUsage usage) {
        Verdict verdict = Trust.of(anchors, RevocationLists::notAsked, false)
                .check(ROOT.leaf("leaf").usage(bits).issue(), usage, NOW);
        return verdict.problem() == null ? null : verdict.problem().arguments().get(0);
    }

    private Problem problem(X509Certificate leaf, Instant at) {
        return Trust.of(anchors, RevocationLists::notAsked, false).check(leaf, MESSAGE_SIGNATURE, at).problem();
    }

    private FailureCode code(X509Certificate leaf, CertificateUsage usage) {
        Problem problem = Trust.of(anchors, RevocationLists::notAsked, false).check(leaf, usage, NOW).problem();
        return problem == null ? null : problem.code();
    }

    private static FailureCode code(Trust trust, X509Certificate leaf) {
        Problem problem = trust.check(leaf, MESSAGE_SIGNATURE, NOW).problem();
        return problem == null ? null : problem.code();
    }

    private Trust trust(X509CRL... lists) {
        RevocationLists all = RevocationLists.of(Arrays.asList(lists), GRACE);
        return Trust.of(anchors, () -> all, false);
    }
}
