package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.DocumentFault;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The skeleton of a PDF with one thing wrong at a time; and what a signature says it covers. */
class PdfStructureTest {
    private static final String GENUINE = new RawPdf().text();

    @ParameterizedTest
    @ValueSource(strings = {"%%EOF", "%%EOF ", "%%EOF\r\n", "%%EOF\n\n"})
    void aFileEndsWithItsEndAndBlanks(String end) {
        assertThatCode(() -> check(GENUINE.replace("%%EOF\n", end))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "startxref | startxxxx | startxref", "%%EOF | %%EOX | end", "trailer | trailed | trailer", "xref 0 1 | xrex 0 1 | xref",
        "/Size | /Encrypt 5 0 R /Size | trailer", "/Size | /#50rev 5 /Size | trailer", "%%EOF | %%EOF more | end",
        "%%EOF | 5 %%EOF | end", "xref 0 1 | xref 0 2 | xref", "xref 0 1 | xref 0 1 x | xref", "65535 f | 65535 g | xref", "0000000000 65535 | 000000000 65535 | xref"})
    void aSkeletonThatIsDamagedIsRefused(String part, String by, String word) {
        String text = GENUINE.replace("xref\n0 1\n", "xref 0 1\n").replace(part, by).replace("xref 0 1\n", "xref\n0 1\n");

        assertBad(text, DocumentFault.PDF_DAMAGED, word);
    }

    @Test
    void aSecondRevisionIsRefusedHoweverItIsHidden() {
        assertBad(GENUINE + GENUINE, DocumentFault.PDF_REVISIONS);
        assertBad(GENUINE + "%%EOF\n", DocumentFault.PDF_REVISIONS);
        assertBad(GENUINE.replace("%PDF-1.7\n", "%PDF-1.7\n%startxref\n"), DocumentFault.PDF_REVISIONS);
        assertBad(GENUINE.replace("/Size", "/Prev 9 /Size"), DocumentFault.PDF_REVISIONS);
        assertBad(GENUINE.replace("/Size", "/XRefStm 9 /Size"), DocumentFault.PDF_REVISIONS);
    }

    @Test
    void theTableStandsWhereTheEndSaysAndBeforeIt() {
        int table = GENUINE.indexOf("xref\n");
        assertBad(start(table + 1), DocumentFault.PDF_DAMAGED, "xref");
        assertBad(start(table - 1), DocumentFault.PDF_DAMAGED, "xref");
        assertBad(start(GENUINE.length() + 9), DocumentFault.PDF_DAMAGED, "xref");
        assertBad(start(GENUINE.indexOf("startxref") + 5), DocumentFault.PDF_DAMAGED, "trailer");
        assertBad("startxref\n0\n%%EOF\n", DocumentFault.PDF_DAMAGED, "xref");
    }

    @Test
    void theTrailerOfTheFileStandsBehindTheTable() {
        String moved = GENUINE.replace("trailer\n", "xxxxxxx\n").replace("%PDF-1.7\n", "%PDF-1.7\n%trailer\n");
        int table = moved.indexOf("xref\n");

        assertBad(moved.replaceFirst("startxref\n\\d+", "startxref\n" + table), DocumentFault.PDF_DAMAGED, "trailer");
    }

    @Test
    void twoObjectsAtOnePlaceAreRefused() {
        String second = GENUINE.replaceAll("(?s)(\n1 1\n)(\\d{10})(.*\n2 1\n)\\d{10}", "$1$2$3$2");

        assertBad(second, DocumentFault.PDF_DAMAGED, "two objects at one place");
    }

    @Test
    void aTableOfNoObjectsIsRefused() {
        RawPdf none = new RawPdf();
        none.objects.clear();

        assertBad(none.text(), DocumentFault.PDF_DAMAGED, "xref");
    }

    @Test
    void anEntryThatIsFreeIsNoObject() {
        String free = GENUINE.replaceFirst("0 1\n0000000000 65535 f \n", "0 1\n0000000003 65535 f \n");

        assertThatCode(() -> check(free)).doesNotThrowAnyException();
    }

    @Test
    void theFirstObjectBeginsWithinSixtyFourBytes() {
        RawPdf pdf = new RawPdf();
        pdf.head = "%PDF-1.7\n%" + "x".repeat(53) + "\n";
        assertThat(pdf.text().indexOf("1 0 obj")).isEqualTo(64);
        assertThatCode(() -> check(pdf.text())).doesNotThrowAnyException();
        pdf.head = "%PDF-1.7\n%" + "x".repeat(54) + "\n";
        assertBad(pdf.text(), DocumentFault.PDF_DAMAGED, "xref");
    }

    @Test
    void anObjectBehindTheTableIsRefused() {
        String behind = GENUINE.replaceFirst("\n8 1\n\\d{10}", "\n8 1\n0000009999");
        assertBad(behind, DocumentFault.PDF_DAMAGED, "xref");
        String far = GENUINE.replaceFirst("\n8 1\n\\d{10}", "\n8 1\n9999999999");
        assertBad(far, DocumentFault.PDF_DAMAGED, "xref");
        String at = GENUINE.replaceFirst("\n8 1\n\\d{10}", String.format("\n8 1\n%010d", GENUINE.indexOf("xref\n")));
        assertBad(at, DocumentFault.PDF_DAMAGED, "xref");
    }

    @Test
    void anObjectBeginsExactlyWhereTheTableSays() {
        String shifted = GENUINE.replaceFirst("\n8 1\n\\d{10}", String.format("\n8 1\n%010d", GENUINE.indexOf("8 0 obj") + 1));

        assertThat(bad(shifted).fault()).isIn(DocumentFault.PDF_DAMAGED, DocumentFault.PDF_SHADOW);
        assertBad(GENUINE.replace("8 0 obj", "8 0 obx"), DocumentFault.PDF_DAMAGED, "object");
    }

    @Test
    void whatStandsBetweenTwoObjectsIsRefused() {
        RawPdf hidden = new RawPdf();
        hidden.with(8, hidden.objects.get(8) + "\nendobj\n90 0 obj\n<</Shadow true>>");
        assertBad(hidden.text(), DocumentFault.PDF_SHADOW, "obj");
        assertBad(GENUINE.replace("endobj\n2 0 obj", "endxxx\n2 0 obj"), DocumentFault.PDF_SHADOW, "obj");
        assertThatCode(() -> check(GENUINE.replace("endobj\nxref", "endobjxref"))).isInstanceOf(BadFile.class);
    }

    /** The bytes of a stream may say anything, that word too. */
    @Test
    void aStreamMayContainTheWordThatEndsAnObject() {
        assertThatCode(() -> check(new RawPdf().with(7, RawPdf.stream("", "BT (endobj) Tj ET")).text())).doesNotThrowAnyException();
    }

    // --- the range
    private static final int OPEN = 200;
    private static final int CLOSE = 300;

    @Test
    void readsWhatTheSignatureLeavesOut() throws BadFile {
        byte[] file = ranged(0, OPEN, CLOSE, 50, "0a".repeat(49));
        PdfRange range = PdfRange.read(file);

        assertThat(range.open()).isEqualTo(OPEN);
        assertThat(range.close()).isEqualTo(CLOSE);
        assertThat(range.contents()).hasSize(49).containsOnly(10);
        assertThat(new String(range.covered(), StandardCharsets.ISO_8859_1)).hasSize(250).contains("/Contents >>~").endsWith("~");
        assertThat(PdfRange.read(ranged(0, OPEN, CLOSE, 50, "0A".repeat(49))).contents()).containsOnly(10);
    }

    @ParameterizedTest
    @CsvSource({"1, 200, 300, 50, begin", "0, 200, 300, 51, end", "0, 201, 300, 50, gap", "0, 200, 299, 51, gap", "0, 300, 200, 150, end"})
    void aRangeThatIsNotTheWholeFileIsRefused(int begin, int open, int close, int rest, String word) {
        assertBadRange(ranged(begin, open, close, rest, "0a".repeat(49)), DocumentFault.BYTE_RANGE, word);
    }

    @Test
    void whatWasAddedBehindTheRangeIsAnUpdate() {
        assertBadRange(ranged(0, OPEN, CLOSE, 49, "0a".repeat(49)), DocumentFault.PDF_UPDATED, null);
        assertBadRange("no signature".getBytes(StandardCharsets.ISO_8859_1), DocumentFault.NOT_SEALED, null);
        assertBadRange(new byte[0], DocumentFault.NOT_SEALED, null);
    }

    @Test
    void aSignatureHasSixtyFourCharactersAtLeast() throws BadFile {
        assertThat(PdfRange.read(ranged(0, 200, 266, 50, "0a".repeat(32))).contents()).hasSize(32);
        assertBadRange(ranged(0, 200, 264, 50, "0a".repeat(31)), DocumentFault.BYTE_RANGE, "end");
    }

    @Test
    void theDigitsAreOfOneSpellingAndNothingElse() {
        assertBadRange(ranged(0, OPEN, CLOSE, 50, "0a".repeat(48) + "0A"), DocumentFault.BYTE_RANGE, "digits");
        assertBadRange(ranged(0, OPEN, CLOSE, 50, "0a".repeat(48) + "0 "), DocumentFault.BYTE_RANGE, "digits");
        assertBadRange(ranged(0, 200, 301, 50, "0a".repeat(49) + "0"), DocumentFault.BYTE_RANGE, "digits");
    }

    @Test
    void whatIsLeftOutAreTheContents() {
        String file = new String(ranged(0, OPEN, CLOSE, 50, "0a".repeat(49)), StandardCharsets.ISO_8859_1);

        assertBadRange(file.replace("/Contents", "/Contentx").getBytes(StandardCharsets.ISO_8859_1), DocumentFault.BYTE_RANGE, "contents");
    }

    private static byte[] ranged(int begin, int open, int close, int rest, String hex) {
        String head = "%PDF-1.7\n<</ByteRange [" + begin + " " + open + " " + close + " " + rest + "]";
        String contents = "/Contents ";
        String before = head + " ".repeat(200 - head.length() - contents.length()) + contents;
        String tail = ">>" + "~".repeat(48);
        return (before + "<" + hex + ">" + tail).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertBadRange(byte[] file, DocumentFault fault, @org.jspecify.annotations.Nullable String word) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> PdfRange.read(file));
        assertThat(bad).isNotNull();
        assertThat(bad.fault()).isEqualTo(fault);
        assertThat(bad.arguments()).isEqualTo(word == null ? new String[0] : new String[] {word});
    }

    private static String start(int at) {
        return GENUINE.replaceFirst("startxref\n\\d+", "startxref\n" + at);
    }

    private static void check(String text) throws BadFile {
        PdfStructure.check(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static BadFile bad(String text) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> check(text));
        assertThat(bad).isNotNull();
        return bad;
    }

    private static void assertBad(String text, DocumentFault fault, String... words) {
        BadFile bad = bad(text);
        assertThat(bad.fault()).isEqualTo(fault);
        assertThat(bad.arguments()).containsExactly(words);
    }
}
