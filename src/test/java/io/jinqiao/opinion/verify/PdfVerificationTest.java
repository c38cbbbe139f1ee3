package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.TestSeal;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.pdf.PdfOpinions;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.CertificateFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/** One hostile PDF for each thing that can be wrong. */
class PdfVerificationTest {
    private static final Instant AT = Instant.now().minusSeconds(60);
    private static final byte[] FILE = file();

    @Test
    void aGenuinePdfIsAuthenticButForRevocationNobodyGaveAListFor() {
        DocumentVerdict verdict = verify(FILE);

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.with(DocumentVerdict.Outcome.NOT_CHECKED))
                .extracting(DocumentVerdict.Finding::code).containsExactly("document.needs_lists");
        assertThat(verdict.opinionNo()).isEqualTo("SP202611230000017");
    }

    @Test
    void coverageNoticesWhatWasAddedAfterwards() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(FILE)) {
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().setLanguage("en");
            document.saveIncremental(more);
        }

        assertThat(verify(more.toByteArray()).failures()).containsExactly("document.pdf_revisions", "document.pdf_updated");
        assertThat(verify(Arrays.copyOf(FILE, FILE.length + 1)).failures()).contains("document.pdf_updated");
    }

    @Test
    void coverageRefusesARangeThatLeavesMoreOut() {
        String text = text();
        String range = text.substring(text.indexOf("/ByteRange"), text.indexOf("]", text.indexOf("/ByteRange")) + 1);
        String[] numbers = range.replaceAll("[^0-9 ]", "").strip().split("\\s+");
        String later = range.replace(" " + numbers[1] + " ", " " + (Integer.parseInt(numbers[1]) - 1) + " ");

        assertThat(verify(bytes(text.replace(range, later))).failures()).contains("document.byte_range");
        assertThat(verify(bytes(text.replace("/ByteRange [0 ", "/ByteRange [1 "))).failures()).contains("document.byte_range");
    }

    @Test
    void coverageRefusesASecondRange() {
        assertThat(verify(bytes(text().replace("%%EOF", "%/ByteRange [0 1 2 3]\n%%EOF"))).failures())
                .contains("document.sealed_twice");
    }

    @Test
    void digestsNoticeAChangedByteAnywhereInTheCoveredPart() {
        int open = text().indexOf("/Contents <") + 10;
        int close = text().indexOf(">", open);
        List<Integer> accepted = new ArrayList<>();
        for (int at = 0; at < FILE.length; at += 1009) {
            byte[] changed = FILE.clone();
            changed[at] ^= 1;
            boolean covered = at < open || at > close;
            if (covered && verify(changed).result() != DocumentVerdict.Result.REFUSED) {
                accepted.add(at);
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void structureRefusesAnObjectNothingRefersTo() {
        String hidden = text().replaceFirst("\nxref\n", "\n900 0 obj\n<</Shadow true>>\nendobj\nxref\n");

        assertThat(verify(bytes(hidden)).failures()).containsAnyOf("document.pdf_damaged", "document.pdf_shadow");
    }

    @Test
    void contentRefusesWhatCanChangeWhatIsSeen() {
        assertThat(verify(bytes(text().replaceFirst("/Lang ", "/XFA  "))).failures()).contains("document.pdf_shadow");
    }

    @Test
    void signatureContainerWithBytesBehindItIsRefused() {
        int open = text().indexOf("/Contents <") + 10;
        byte[] changed = FILE.clone();
        changed[text().indexOf(">", open) - 1] = '1';

        assertThat(verify(changed).failures()).contains("document.cms_malformed");
    }

    /** The same bytes in the other spelling of hexadecimal: nothing that anybody sees differs. One digit alone is refused. */
    @Test
    void allDigitsOfTheSignatureInCapitalsAreTheSameSignatureButAnotherFile() {
        int open = text().indexOf("/Contents <") + 11;
        int close = text().indexOf(">", open);
        String digits = text().substring(open, close);
        byte[] capitals = bytes(text().replace(digits, digits.toUpperCase(Locale.ROOT)));
        int letter = open + digits.indexOf('a');
        byte[] one = FILE.clone();
        one[letter] = 'A';
        OpinionRecord r = Bases.record(Approvals.ordinary(), Standing.IN_FORCE);
        OpinionRecord issued = new OpinionRecord(
                r.opinionNo(), r.version(), r.amount(), r.months(), r.validTo(), r.standing(), Digest.of(FILE));

        assertThat(verify(capitals).failures()).isEmpty();
        assertThat(verify(one).failures()).containsExactly("document.byte_range");
        assertThat(OpinionVerification.verify(FILE, basis(issued)).failures()).isEmpty();
        assertThat(OpinionVerification.verify(capitals, basis(issued)).failures()).containsExactly("document.file_differs");
    }

    @Test
    void organisationOfTheCertificateMustBeTheCentre() {
        assertThat(OpinionVerification.verify(FILE, basis(Set.of("另一中心"), Instant.now())).failures())
                .containsExactly("document.other_organisation");
    }

    @Test
    void timeInTheFutureIsRefused() {
        assertThat(OpinionVerification.verify(FILE, basis(Set.of("Test only"), AT.minusSeconds(3600))).failures())
                .containsExactly("document.time_in_future");
    }

    @Test
    void withoutRootsTheCertificateIsNotChecked() {
        DocumentVerdict verdict = OpinionVerification.verify(FILE, Bases.nothing());

        assertThat(verdict.with(DocumentVerdict.Outcome.NOT_CHECKED))
                .extracting(DocumentVerdict.Finding::code).contains("document.needs_anchors");
    }

    private static byte[] file() {
        Typeface typeface = Typeface.load();
        OpinionForm form = new OpinionForm(typeface, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid/o", true));
        SealDesign design = new SealDesign("示范市住房公积金中心", "贷款审批专用章", "样章·测试");
        return new PdfOpinions(typeface, design, TestSeal.device(), ZoneId.of("Asia/Shanghai"))
                .seal(form.lay(new Opinion(Approvals.ordinary(), "示范银行")), AT, "住房公积金贷款审批");
    }

    private static VerificationBasis basis(OpinionRecord record) {
        return basis(record, Set.of("Test only"), Instant.now());
    }

    private static VerificationBasis basis(Set<String> organisations, Instant now) {
        return basis(Bases.record(Approvals.ordinary(), Standing.IN_FORCE), organisations, now);
    }

    private static VerificationBasis basis(OpinionRecord record, Set<String> organisations, Instant now) {
        X509Certificate root = CertificateFiles.certificate(TestSeal.rootPem().getBytes(StandardCharsets.US_ASCII));
        return new VerificationBasis(List.of(root), List.of(), false, organisations, no -> Optional.of(record), now, Bases.TODAY);
    }

    private static DocumentVerdict verify(byte[] file) {
        return OpinionVerification.verify(file, basis(Set.of("Test only"), Instant.now()));
    }

    private static String text() {
        return new String(FILE, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
