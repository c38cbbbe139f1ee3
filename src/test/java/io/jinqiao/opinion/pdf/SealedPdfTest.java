package io.jinqiao.opinion.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.TestSeal;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.sheet.Typeface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;

class SealedPdfTest {
    private static final Instant AT = Instant.parse("2026-11-23T07:00:00Z");
    private static final byte[] FILE = SealedFiles.ordinary();

    @Test
    void signsEveryByteButTheSignatureItself() throws IOException {
        try (PDDocument document = Loader.loadPDF(FILE)) {
            int[] range = signature(document).getByteRange();

            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(FILE.length);
            assertThat(FILE[range[1]]).isEqualTo((byte) '<');
            assertThat(FILE[range[2] - 1]).isEqualTo((byte) '>');
            assertThat(new String(FILE, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.US_ASCII))
                    .matches("[0-9a-f]+");
        }
    }

    @Test
    void isACadesSignatureThatNamesItsCertificateAndNoTime() throws Exception {
        try (PDDocument document = Loader.loadPDF(FILE)) {
            PDSignature pdf = signature(document);
            SignerInformation signer = signer(FILE);

            AttributeTable attributes = signer.getSignedAttributes();
            SigningCertificateV2 named = SigningCertificateV2.getInstance(attributes
                    .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                    .getAttrValues()
                    .getObjectAt(0));
            assertThat(pdf.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(pdf.getSignDate().toInstant()).isEqualTo(AT);
            assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
            assertThat(named.getCerts()[0].getCertHash())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(TestSeal.certificate().getEncoded()));
            assertThat(verifies(FILE)).isTrue();
        }
    }

    @Test
    void noticesAChangedByte() throws Exception {
        byte[] changed = FILE.clone();
        changed[FILE.length / 2] ^= 1;

        assertThat(verifies(changed)).isFalse();
    }

    @Test
    void embedsOneSubsetWhoseTextCanBeCopied() throws IOException {
        try (PDDocument document = Loader.loadPDF(FILE)) {
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                fonts.add(document.getPage(0).getResources().getFont(name));
            }
            assertThat(fonts).hasSize(1).allMatch(PDFont::isEmbedded);
            assertThat(FILE.length).isLessThan(250_000);
            assertThat(new PDFTextStripper().getText(document)).contains("人民币陆拾万元整", "欧阳若兰", "示范市东湖区");
        }
    }

    @Test
    void sealsTheSameBytesFromSeveralThreadsAtOnce() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<byte[]> files = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int n = 0; n < 5; n++) {
                    files.add(SealedFiles.ordinary());
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(files).hasSize(20);
        assertThat(files.stream().filter(file -> !java.util.Arrays.equals(file, FILE)).count()).isZero();
    }

    static PDSignature signature(PDDocument document) {
        assertThat(document.getSignatureDictionaries()).hasSize(1);
        return document.getSignatureDictionaries().get(0);
    }

    private static boolean verifies(byte[] file) throws Exception {
        try {
            return signer(file).verify(new JcaSimpleSignerInfoVerifierBuilder().build(TestSeal.certificate()));
        } catch (org.bouncycastle.cms.CMSSignerDigestMismatchException e) {
            return false;
        }
    }

    static SignerInformation signer(byte[] file) throws Exception {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDSignature pdf = signature(document);
            byte[] padded = pdf.getContents(file);
            ContentInfo content;
            try (ASN1InputStream in = new ASN1InputStream(padded)) {
                content = ContentInfo.getInstance(in.readObject());
            }
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(pdf.getSignedContent(file)), content);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            assertThat(signers).hasSize(1);
            return signers.iterator().next();
        }
    }

    /** Files sealed with the test key. */
    static final class SealedFiles {
        private static final Typeface TYPEFACE = Typeface.load();
        private static final OpinionForm FORM = new OpinionForm(
                TYPEFACE, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid/opinion", true));
        private static final PdfOpinions PDF = new PdfOpinions(
                TYPEFACE,
                new SealDesign("示范市住房公积金中心", "贷款审批专用章", "样章·测试"),
                TestSeal.device(),
                ZoneId.of("Asia/Shanghai"));

        private SealedFiles() {}

        static byte[] ordinary() {
            return PDF.seal(FORM.lay(new Opinion(Approvals.ordinary(), "示范银行")), AT, "住房公积金贷款审批");
        }

        static byte[] difficult() {
            return PDF.seal(FORM.lay(new Opinion(Approvals.difficult(), "示范银行")), AT, "住房公积金贷款审批");
        }

        static byte[] ofTwoPages() {
            return PDF.seal(
                    FORM.lay(new Opinion(
                            Approvals.of("SP202611230000018", 2, Approvals.coBorrowers(14), Approvals.CONDITIONS, "1234567.89"),
                            "示范银行")),
                    AT,
                    "住房公积金贷款审批");
        }
    }
}
