package io.jinqiao.opinion.verify;

import static io.jinqiao.opinion.verify.Container.COVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.TestAuthority;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a signature container of a PDF may hold, and what its signed attributes must say. */
class PdfSignatureValueTest {
    /** Of each byte; 8 in a long run. */
    private static final int BITS = Integer.getInteger("jinqiao.hostile.bits", 1);
    private static final TestAuthority ROOT = TestAuthority.root("Test Root");
    private static final KeyPair RSA = TestAuthority.rsa(2048);
    private static final X509Certificate RSA_SIGNER = ROOT.leaf("Signer, O=Centre").key(RSA).issue();

    @Test
    void readsOneSignerWithItsCertificateAndZerosBehind() throws Exception {
        byte[] der = rsa().der();
        PdfSignatureValue value = PdfSignatureValue.read(Arrays.copyOf(der, der.length + 90));

        assertThat(value.certificate()).isEqualTo(RSA_SIGNER);
        assertThat(PdfSignatureValue.read(der).certificate()).isEqualTo(RSA_SIGNER);
        assertThat(value.digest(COVERED)).isEqualTo(Finding.passed(VerificationStep.DIGESTS));
        assertThat(value.signedData()).isEqualTo(Finding.passed(VerificationStep.SIGNED_DATA));
        assertThat(value.signature()).isEqualTo(Finding.passed(VerificationStep.SIGNATURE));
        assertThat(value.organisation()).isEqualTo("Centre");
        assertThat(value.timeStamp()).isNull();
    }

    @Test
    void aSecondSpellingIsRefused() throws Exception {
        byte[] der = rsa().der();
        byte[] last = Arrays.copyOf(der, der.length + 9);
        last[der.length + 8] = 1;
        byte[] first = Arrays.copyOf(der, der.length + 9);
        first[der.length] = 1;

        assertMalformed(last, "DER");
        assertMalformed(first, "DER");
        assertMalformed(new BERSequence(ASN1Sequence.getInstance(der).toArray()).getEncoded(), "DER");
    }

    @Test
    void whatIsNoContainerIsRefused() {
        for (byte[] bytes : List.of(new byte[0], new byte[40], new byte[] {0x30, 0}, new byte[] {0x30, 5}, new byte[] {5, 0})) {
            assertThat(malformed(bytes).fault()).isEqualTo(DocumentFault.CMS_MALFORMED);
        }
    }

    @Test
    void anythingButOneDetachedSignatureIsRefused() throws Exception {
        Container inside = rsa();
        inside.inside = true;
        assertMalformed(inside.der(), "one detached signature");
        Container two = rsa();
        two.signers = 2;
        assertMalformed(two.der(), "one detached signature");
        Container bare = rsa();
        bare.attributes = false;
        assertMalformed(bare.der(), "signed attributes");
        Container none = rsa();
        none.certificates = List.of(ROOT.signer("Somebody"));
        assertMalformed(none.der(), "certificate");
    }

    @Test
    void theSignersCertificateIsFoundAmongOthers() throws Exception {
        Container chain = rsa();
        chain.certificates = List.of(ROOT.certificate, RSA_SIGNER, ROOT.signer("Somebody"));

        assertThat(PdfSignatureValue.read(chain.der()).certificate()).isEqualTo(RSA_SIGNER);
    }

    // --- digest
    @Test
    void theDigestIsThatOfWhatIsCovered() throws Exception {
        assertThat(read(rsa()).digest(new byte[1]))
                .isEqualTo(Finding.failed(VerificationStep.DIGESTS, DocumentFault.DIGEST_DIFFERS, "PDF"));
        PdfSignatureValue sm2 = read(sm2());
        assertThat(sm2.digest(COVERED)).isEqualTo(Finding.passed(VerificationStep.DIGESTS));
        assertThat(sm2.digest(new byte[1]).code()).isEqualTo(DocumentFault.DIGEST_DIFFERS.code());
    }

    @Test
    void aDigestThatIsMissingTwiceThereOrNoneIsRefused() throws Exception {
        DEROctetString right = (DEROctetString) read(rsa()).signer().getSignedAttributes().get(CMSAttributes.messageDigest)
                .getAttrValues().getObjectAt(0);
        for (Container bad : List.of(
                rsa().with(CMSAttributes.messageDigest),
                rsa().with(CMSAttributes.messageDigest, right, new DEROctetString(new byte[32])),
                rsa().with(CMSAttributes.messageDigest, DERNull.INSTANCE))) {
            assertThat(read(bad).digest(COVERED).code()).isEqualTo(DocumentFault.DIGEST_DIFFERS.code());
        }
    }

    @Test
    void digestsOfOtherKindsAreNotAccepted() throws Exception {
        PdfSignatureValue value = read(new Container(RSA, RSA_SIGNER, "SHA512withRSA"));

        assertThat(value.digest(COVERED))
                .isEqualTo(Finding.failed(VerificationStep.DIGESTS, DocumentFault.CHECK_METHOD, "2.16.840.1.101.3.4.2.3"));
    }

    // --- signed attributes
    @Test
    void theAttributesSayWhatWasSignedAndByWhichCertificate() throws Exception {
        X509Certificate other = ROOT.leaf("Signer, O=Centre").key(RSA).issue();
        for (Container bad : List.of(
                rsa().with(CMSAttributes.contentType),
                rsa().with(CMSAttributes.contentType, PKCSObjectIdentifiers.signedData),
                rsa().with(PKCSObjectIdentifiers.id_aa_signingCertificateV2),
                rsa().with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, Container.naming(other)),
                rsa().with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, DERNull.INSTANCE),
                rsa().with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERUTF8String("x")))) {
            assertThat(read(bad).signedData())
                    .isEqualTo(Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.CMS_MALFORMED, "signed attributes"));
        }
    }

    // --- signature
    @Test
    void threeAlgorithmsAreAcceptedAndAWrongSignatureOfNone() throws Exception {
        for (Container genuine : List.of(rsa(), sm2(), ecdsa())) {
            assertThat(read(genuine).signature()).isEqualTo(Finding.passed(VerificationStep.SIGNATURE));
            byte[] der = genuine.der();
            der[der.length - 1] ^= 1;
            assertThat(PdfSignatureValue.read(der).signature())
                    .isEqualTo(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG));
        }
    }

    @Test
    void anotherAlgorithmIsNamed() throws Exception {
        PdfSignatureValue value = read(new Container(p256(), RSA_SIGNER, "SHA384withECDSA"));

        assertThat(value.signature())
                .isEqualTo(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.ALGORITHM, "1.2.840.10045.4.3.3"));
    }

    // --- time-stamp
    @Test
    void theTimeStampIsTakenAsItIs() throws Exception {
        PdfSignatureValue value = read(rsa().withUnsigned(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERUTF8String("t")));
        assertThat(value.timeStamp()).containsExactly(0x0c, 1, 't');
        assertThat(read(rsa().withUnsigned(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)).timeStamp()).isEmpty();
    }

    @Test
    void besideTheTimeStampNothingStandsOutsideTheSignature() throws Exception {
        DERUTF8String token = new DERUTF8String("t");

        assertMalformed(rsa().withUnsigned(CMSAttributes.counterSignature, DERNull.INSTANCE).der(), "one spelling");
        assertMalformed(
                rsa().withUnsigned(CMSAttributes.counterSignature, DERNull.INSTANCE)
                        .withUnsigned(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, token).der(),
                "one spelling");
        assertMalformed(
                rsa().withUnsigned(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, token, new DERUTF8String("u")).der(),
                "one spelling");
    }

    // --- what no signature covers
    @Test
    void everyByteOfAContainerCounts() throws Exception {
        assertThat(unnoticed(ecdsa().der())).isEmpty();
    }

    /** They are not used, so a change there is harmless; whoever has the centre's record sees that it is another file. */
    @Test
    void onlyInTheCertificatesOfIssuersAChangeGoesUnnoticed() throws Exception {
        Container chain = rsa();
        chain.certificates = List.of(RSA_SIGNER, ROOT.certificate);
        byte[] der = chain.der();
        int issuer = place(der, CertificateFiles.der(ROOT.certificate));
        int end = issuer + CertificateFiles.der(ROOT.certificate).length;

        assertThat(unnoticed(der)).isNotEmpty().allMatch(at -> at >= issuer && at < end);
    }

    /** Where a changed bit is neither refused nor makes a step fail. */
    private static Set<Integer> unnoticed(byte[] der) {
        Set<Integer> places = new TreeSet<>();
        for (int i = 0; i < der.length * BITS; i++) {
            int at = i / BITS;
            byte[] changed = der.clone();
            changed[at] ^= (byte) (1 << (at + i) % 8);
            if (holds(changed)) {
                places.add(at);
            }
        }
        return places;
    }

    private static boolean holds(byte[] der) {
        try {
            PdfSignatureValue value = PdfSignatureValue.read(der);
            return Stream.of(value.digest(COVERED), value.signedData(), value.signature())
                    .allMatch(finding -> finding.outcome() == Outcome.PASSED);
        } catch (BadFile e) {
            return false;
        }
    }

    private static int place(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1).indexOf(new String(part, StandardCharsets.ISO_8859_1));
    }

    // --- organisation

    @ParameterizedTest
    @ValueSource(strings = {"Signer", "Signer, O=Centre, O=Another"})
    void whoNamesNoneOrTwoOrganisationsNamesNone(String subject) throws Exception {
        X509Certificate certificate = ROOT.leaf(subject).key(RSA).issue();

        assertThat(read(new Container(RSA, certificate, "SHA256withRSA")).organisation()).isEmpty();
    }

    @Test
    void aContainerOfEndlessLevelsIsRefused() {
        byte[] deep = new byte[400_000];
        for (int i = 0; i < deep.length; i += 4) { // SEQUENCE, indefinite length
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
            deep[i + 2] = 0x30;
            deep[i + 3] = (byte) 0x80;
        }
        assertThat(malformed(deep).fault()).isEqualTo(DocumentFault.CMS_MALFORMED);
        assertThat(malformed(nested(60_000)).fault()).isEqualTo(DocumentFault.CMS_MALFORMED);
    }

    /** SEQUENCE in SEQUENCE, each with its length. */
    private static byte[] nested(int levels) {
        java.util.ArrayDeque<byte[]> heads = new java.util.ArrayDeque<>();
        int inside = 0;
        for (int i = 0; i < levels; i++) {
            byte[] head = inside < 0x80
                    ? new byte[] {0x30, (byte) inside}
                    : new byte[] {0x30, (byte) 0x83, (byte) (inside >> 16), (byte) (inside >> 8), (byte) inside};
            heads.push(head);
            inside += head.length;
        }
        java.nio.ByteBuffer all = java.nio.ByteBuffer.allocate(inside);
        heads.forEach(all::put);
        return all.array();
    }

    private static Container rsa() {
        return new Container(RSA, RSA_SIGNER, "SHA256withRSA");
    }

    private static Container sm2() {
        KeyPair key = TestAuthority.sm2();
        return new Container(key, ROOT.leaf("Signer").key(key).issue(), "SM3withSM2");
    }

    private static Container ecdsa() {
        KeyPair key = p256();
        return new Container(key, ROOT.leaf("Signer").key(key).issue(), "SHA256withECDSA");
    }

    private static KeyPair p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PdfSignatureValue read(Container container) throws Exception {
        return PdfSignatureValue.read(container.der());
    }

    private static BadFile malformed(byte[] bytes) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> PdfSignatureValue.read(bytes));
        assertThat(bad).isNotNull();
        return bad;
    }

    private static void assertMalformed(byte[] bytes, String word) {
        assertThat(malformed(bytes).arguments()).containsExactly(word);
    }
}
