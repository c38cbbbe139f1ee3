package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a PDF whose skeleton is sound: the text of its pages and the time of its signature. Whatever could show one thing today and
 * another tomorrow is refused.
 *
 * @param sealed as the signature dictionary says; null when it says nothing
 */
record PdfContent(String text, @Nullable Instant sealed) {
    private static final Set<String> CHANGING = Set.of(
            "OpenAction", "AA", "OCProperties", "Names", "Collection", "Perms", "JavaScript", "EmbeddedFiles", "XFA", "JS", "RichMedia");

    static PdfContent read(byte[] file, PdfRange range) throws BadFile {
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(file)).parse(false)) {
            Set<COSObjectKey> reached = reached(document);
            if (!reached.containsAll(document.getDocument().getXrefTable().keySet())) {
                throw new BadFile(DocumentFault.PDF_SHADOW, "unreachable object");
            }
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.size() != 1) {
                throw new BadFile(signatures.isEmpty() ? DocumentFault.NOT_SEALED : DocumentFault.SEALED_TWICE);
            }
            PDSignature signature = signatures.get(0);
            int[] read = signature.getByteRange();
            if (read.length != 4 || read[1] != range.open() || read[2] != range.close()) {
                throw new BadFile(DocumentFault.BYTE_RANGE, "dictionary");
            }
            onlyTheSeal(document);
            Instant sealed = signature.getSignDate() == null ? null : signature.getSignDate().toInstant();
            return new PdfContent(new PDFTextStripper().getText(document), sealed);
        } catch (IOException | RuntimeException e) { // the parser has many words for one thing
            throw new BadFile(DocumentFault.PDF_DAMAGED, "unreadable");
        }
    }

    private static void onlyTheSeal(PDDocument document) throws IOException, BadFile {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (!(annotation instanceof PDAnnotationWidget)) {
                    throw new BadFile(DocumentFault.PDF_SHADOW, "annotation");
                }
            }
        }
        if (document.getDocumentCatalog().getAcroForm().getFields().size() != 1) {
            throw new BadFile(DocumentFault.PDF_SHADOW, "form field");
        }
    }

    /** Everything the trailer leads to; on the way the size of each stream is bounded before anybody unpacks it. */
    private static Set<COSObjectKey> reached(PDDocument document) throws IOException, BadFile {
        Set<COSObjectKey> keys = new HashSet<>();
        Set<COSBase> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>(List.of(document.getDocument().getTrailer()));
        long room = OfdZip.LARGEST_CONTENT;
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            if (next instanceof COSObject object) {
                keys.add(object.getKey());
                next = object.getObject();
            }
            if (next == null || !seen.add(next)) {
                continue;
            }
            if (next instanceof COSStream stream) {
                room -= unpacked(stream, room);
            }
            if (next instanceof COSDictionary dictionary) {
                keys(dictionary);
                open.addAll(dictionary.getValues());
            } else if (next instanceof COSArray array) {
                array.forEach(item -> open.push(item == null ? org.apache.pdfbox.cos.COSNull.NULL : item));
            }
        }
        return keys;
    }

    private static void keys(COSDictionary dictionary) throws BadFile {
        for (COSName name : dictionary.keySet()) {
            if (CHANGING.contains(name.getName())) {
                throw new BadFile(DocumentFault.PDF_SHADOW, name.getName());
            }
        }
    }

    private static long unpacked(COSStream stream, long room) throws IOException, BadFile {
        COSBase filter = stream.getFilters();
        boolean plain = filter == null || filter instanceof COSArray none && none.size() == 0;
        boolean flate = COSName.FLATE_DECODE.equals(filter)
                || filter instanceof COSArray one && one.size() == 1 && COSName.FLATE_DECODE.equals(one.getObject(0));
        if (!plain && !flate) {
            throw new BadFile(DocumentFault.PDF_DAMAGED, "filter");
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream in = flate ? new InflaterInputStream(raw) : raw) {
            byte[] part = new byte[8192];
            long size = 0;
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                size += read;
                if (size > room) {
                    throw new BadFile(DocumentFault.TOO_LARGE, OfdZip.LARGEST_CONTENT + " bytes");
                }
            }
            return size;
        }
    }
}
