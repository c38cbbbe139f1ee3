package io.jinqiao.opinion.pdf;

import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.SealDevice;
import io.jinqiao.opinion.seal.SealPicture;
import io.jinqiao.opinion.sheet.FontSubset;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Sealed PDF files. Everything that is the same for each of them is made once; safe for use by many threads. */
public final class PdfOpinions {
    private static final PDRectangle A4 =
            new PDRectangle((float) (Page.WIDTH * Painter.POINT), (float) (Page.HEIGHT * Painter.POINT));

    private final Typeface typeface;
    private final Cades cades;
    private final SealStamp stamp;
    private final String signer;
    private final ZoneId zone;
    private final int room;

    /** @param zone in which the file names its times */
    public PdfOpinions(Typeface typeface, SealDesign design, SealDevice device, ZoneId zone) {
        this.typeface = typeface;
        this.cades = new Cades(device);
        this.stamp = new SealStamp(SealPicture.draw(design, typeface));
        this.signer = design.organisation();
        this.zone = zone;
        this.room = cades.largest();
    }

    /**
     * Draws, embeds the font's subset, seals. The same sheet, instant and key give the same bytes.
     *
     * @param sealedAt real time of the sealing, written into the signature dictionary
     * @param reason why it is sealed, shown by readers
     */
    public byte[] seal(Sheet sheet, Instant sealedAt, String reason) {
        try (PDDocument document = new PDDocument()) {
            Calendar time = GregorianCalendar.from(sealedAt.atZone(zone));
            draw(document, sheet, SignatureSlot.dictionary(room, time, signer, reason));
            describe(document, sheet, time);
            document.setDocumentId(sealedAt.toEpochMilli());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(96 << 10);
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return SignatureSlot.fill(bytes.toByteArray(), room, cades);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(PDDocument document, Sheet sheet, COSDictionary signature) throws IOException {
        FontSubset font = FontSubset.of(sheet.text(), typeface);
        PDAppearanceStream seal = stamp.form(document);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem("F", new FontObjects(document, typeface, font).dictionary());
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        resources.put(COSName.getPDFName("Seal"), seal);
        int number = 0;
        for (Page page : sheet.pages()) {
            String edge = sheet.pages().size() > 1 ? SealStamp.acrossPages(number++, sheet.pages().size()) : "";
            document.addPage(page(document, page, font, resources, edge));
        }
        PDPage last = document.getPage(sheet.pages().size() - 1);
        field(document, last, sheet.seal(), seal, signature);
    }

    private PDPage page(PDDocument document, Page page, FontSubset font, PDResources resources, String edge)
            throws IOException {
        PDPage pdf = new PDPage(A4);
        pdf.setResources(resources);
        Painter painter = new Painter(character -> Painter.hex(font.glyph(character)), typeface::width);
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write((painter.operators(page) + edge).getBytes(StandardCharsets.US_ASCII));
        }
        pdf.setContents(stream);
        return pdf;
    }

    private static void field(
            PDDocument document, PDPage page, Sheet.SealPlace place, PDAppearanceStream seal, COSDictionary signature)
            throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        form.setSignaturesExist(true);
        form.setAppendOnly(true);
        PDSignatureField field = new PDSignatureField(form);
        field.setPartialName("Seal");
        field.getCOSObject().setItem(COSName.V, signature);
        form.getFields().add(field);
        PDAnnotationWidget widget = field.getWidgets().get(0);
        widget.setPage(page);
        widget.setRectangle(SealStamp.rectangle(place));
        widget.setAppearance(SealStamp.appearance(seal));
        widget.setPrinted(true);
        widget.setLocked(true);
        page.getAnnotations().add(widget);
    }

    private static void describe(PDDocument document, Sheet sheet, Calendar time) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(sheet.title() + " " + sheet.number());
        about.setCreationDate(time);
        about.setProducer("Jinqiao");
        document.getDocumentCatalog().setLanguage("zh-CN");
    }
}
