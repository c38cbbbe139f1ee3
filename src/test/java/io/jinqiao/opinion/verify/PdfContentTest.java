package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.DocumentFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What in a PDF can show one thing today and another tomorrow, or exhaust whoever reads it. */
class PdfContentTest {

    @Test
    void readsTheTextAndTheTimeOfASoundFile() throws BadFile {
        RawPdf pdf = new RawPdf();
        assertThatCode(() -> PdfStructure.check(pdf.bytes())).doesNotThrowAnyException();
        PdfContent content = read(pdf);

        assertThat(content.text()).contains("said on the page");
        assertThat(content.sealed()).isEqualTo(Instant.parse("2026-11-28T02:00:00Z"));
        assertThat(read(new RawPdf().with(6, RawPdf.signature("[0 700 900 100]", ""))).sealed()).isNull();
    }

    @Test
    void anObjectNothingLeadsToIsRefused() {
        assertBad(new RawPdf().with(9, "<</Shadow true>>"), DocumentFault.PDF_SHADOW, "unreachable object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0 701 900 100]", "[0 700 901 100]", "[0 700 900 100 5]", "[]"})
    void theDictionarySaysTheSameRangeAsTheBytes(String range) {
        BadFile bad = bad(new RawPdf().with(6, RawPdf.signature(range, "")));

        assertThat(bad.fault()).isIn(DocumentFault.BYTE_RANGE, DocumentFault.PDF_DAMAGED);
    }

    @Test
    void aRangeThatDiffersInOneEndIsRefusedAsSuch() {
        assertBad(new RawPdf().with(6, RawPdf.signature("[0 701 900 100]", "")), DocumentFault.BYTE_RANGE, "dictionary");
        assertBad(new RawPdf().with(6, RawPdf.signature("[0 700 901 100]", "")), DocumentFault.BYTE_RANGE, "dictionary");
        assertBad(new RawPdf().with(6, RawPdf.signature("[0 700 900 100 5]", "")), DocumentFault.BYTE_RANGE, "dictionary");
    }

    @Test
    void exactlyOneSignatureIsInTheForm() {
        assertBad(new RawPdf().replace(5, "/V 6 0 R", "/X 6 0 R"), DocumentFault.NOT_SEALED);
        RawPdf two = new RawPdf().replace(3, "[5 0 R]", "[5 0 R 9 0 R]")
                .with(9, "<</FT /Sig /T (t) /V 10 0 R>>").with(10, RawPdf.signature("[0 700 900 100]", ""));
        assertBad(two, DocumentFault.SEALED_TWICE);
    }

    @Test
    void anotherFieldOrAnnotationIsRefused() {
        RawPdf field = new RawPdf().replace(3, "[5 0 R]", "[5 0 R 9 0 R]").with(9, "<</FT /Tx /T (t) /V (x)>>");
        assertBad(field, DocumentFault.PDF_SHADOW, "form field");
        RawPdf note = new RawPdf().replace(4, "[5 0 R]", "[5 0 R 9 0 R]").with(9, "<</Type /Annot /Subtype /FreeText /Rect [0 0 9 9]>>");
        assertBad(note, DocumentFault.PDF_SHADOW, "annotation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OpenAction", "AA", "OCProperties", "Names", "Collection", "Perms", "JavaScript", "EmbeddedFiles", "XFA", "JS", "RichMedia"})
    void whatCanChangeWhatIsSeenIsRefusedWhereverItStands(String name) {
        assertBad(new RawPdf().replace(1, "/Type", "/" + name + " <<>> /Type"), DocumentFault.PDF_SHADOW, name);
        assertBad(new RawPdf().replace(4, "/Type", "/X [[<</" + name + " 5>>]] /Type"), DocumentFault.PDF_SHADOW, name);
        assertBad(new RawPdf().with(7, RawPdf.stream("/" + name + " 1", "")), DocumentFault.PDF_SHADOW, name);
    }

    @Test
    void anArrayMayHoldNothing() throws BadFile {
        assertThat(read(new RawPdf().replace(4, "/Type", "/X [null 19 0 R] /Type")).text()).contains("said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter /ASCIIHexDecode", "/Filter [/FlateDecode /FlateDecode]", "/Filter [/LZWDecode]", "/Filter /DCTDecode"})
    void aStreamIsPlainOrDeflatedOnce(String filter) {
        assertBad(new RawPdf().with(7, RawPdf.stream(filter, "x")), DocumentFault.PDF_DAMAGED, "filter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter /FlateDecode", "/Filter [/FlateDecode]"})
    void aDeflatedStreamIsRead(String filter) throws Exception {
        String packed = deflated("BT /F 12 Tf 10 100 Td (packed words) Tj ET".getBytes(StandardCharsets.US_ASCII), 1);

        assertThat(read(new RawPdf().with(7, RawPdf.stream(filter, packed))).text()).contains("packed words");
        assertThat(read(new RawPdf().with(7, RawPdf.stream("/Filter []", "BT /F 12 Tf (plain) Tj ET"))).text()).contains("plain");
        assertThat(bad(new RawPdf().with(7, RawPdf.stream(filter, "no deflated data"))).fault()).isEqualTo(DocumentFault.PDF_DAMAGED);
    }

    @Test
    void streamsUnpackToSixtyFourMebibytesTogether() throws Exception {
        String half = deflated(new byte[1 << 20], 32);
        RawPdf most = new RawPdf().with(7, RawPdf.stream("", "")).replace(4, "/Type", "/X [9 0 R 10 0 R] /Type")
                .with(9, RawPdf.stream("/Filter /FlateDecode", half)).with(10, RawPdf.stream("/Filter /FlateDecode", half));
        assertThatCode(() -> read(most)).doesNotThrowAnyException();
        assertBad(most.with(7, RawPdf.stream("", "x")), DocumentFault.TOO_LARGE, "67108864 bytes");
    }

    @Test
    void whatIsNoPdfIsDamaged() {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> PdfContent.read(new byte[] {1, 2, 3}, RawPdf.range()));

        assertThat(bad.fault()).isEqualTo(DocumentFault.PDF_DAMAGED);
        assertThat(bad(new RawPdf().replace(1, "/AcroForm 3 0 R", "")).fault()).isIn(DocumentFault.PDF_SHADOW, DocumentFault.NOT_SEALED);
    }

    /** Latin 1 of what unpacks to so many times these bytes. */
    private static String deflated(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
        return RawPdf.latin(packed);
    }

    private static PdfContent read(RawPdf pdf) throws BadFile {
        return PdfContent.read(pdf.bytes(), RawPdf.range());
    }

    private static BadFile bad(RawPdf pdf) {
        BadFile bad = catchThrowableOfType(BadFile.class, () -> read(pdf));
        assertThat(bad).isNotNull();
        return bad;
    }

    private static void assertBad(RawPdf pdf, DocumentFault fault, String... words) {
        BadFile bad = bad(pdf);
        assertThat(bad.fault()).isEqualTo(fault);
        assertThat(bad.arguments()).containsExactly(words);
    }
}
