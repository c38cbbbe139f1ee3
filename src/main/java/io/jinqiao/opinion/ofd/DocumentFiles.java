package io.jinqiao.opinion.ofd;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.sheet.FontSubset;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/** The files of a document before it is sealed, in the order of GB/T 33190: entry, document, resources, pages. */
final class DocumentFiles {
    static final String SIGNATURES = "Doc_0/Signs/Signatures.xml";

    private static final String FONT_NAME = "Noto Serif SC";
    private static final String FONT_FILE = "font_1.ttf";
    private static final int FONT = 1;

    private final Typeface typeface;
    private final ZoneId zone;

    DocumentFiles(Typeface typeface, ZoneId zone) {
        this.typeface = typeface;
        this.zone = zone;
    }

    /** Number of a page, from 0, as a stamp refers to it. */
    static int pageId(int page) {
        return FONT + 1 + page;
    }

    OfdPackage of(Sheet sheet, Instant at) {
        OfdPackage files = new OfdPackage();
        Counter ids = new Counter(pageId(sheet.pages().size()));
        byte[][] pages = new byte[sheet.pages().size()][];
        for (int i = 0; i < pages.length; i++) {
            Page page = sheet.pages().get(i);
            pages[i] = new PageContent(typeface, FONT, ids::next).bytes(page);
        }
        files.add("OFD.xml", entry(sheet, at));
        files.add("Doc_0/Document.xml", document(pages.length, ids.last()));
        files.add("Doc_0/PublicRes.xml", resources());
        files.add("Doc_0/Res/" + FONT_FILE, FontSubset.of(sheet.text(), typeface).file());
        for (int i = 0; i < pages.length; i++) {
            files.add("Doc_0/" + pagePath(i), pages[i]);
        }
        return files;
    }

    private byte[] entry(Sheet sheet, Instant at) {
        String id = Digest.of((sheet.number() + '\n' + sheet.text()).getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32);
        OfdXml xml = OfdXml.of("OFD", "Version", "1.0", "DocType", "OFD").open("DocBody").open("DocInfo");
        xml.text("DocID", id).text("Title", sheet.title() + " " + sheet.number());
        xml.text("CreationDate", at.atZone(zone).toLocalDate().toString()).text("Creator", "Jinqiao").close();
        return xml.text("DocRoot", "Doc_0/Document.xml").text("Signatures", SIGNATURES).bytes();
    }

    private static byte[] document(int pages, int largestId) {
        OfdXml xml = OfdXml.of("Document").open("CommonData").text("MaxUnitID", Integer.toString(largestId));
        xml.open("PageArea").text("PhysicalBox", Millimetres.of(0, 0, Page.WIDTH, Page.HEIGHT)).close();
        xml.text("PublicRes", "PublicRes.xml").close().open("Pages");
        for (int i = 0; i < pages; i++) {
            xml.empty("Page", "ID", Integer.toString(pageId(i)), "BaseLoc", pagePath(i));
        }
        return xml.bytes();
    }

    private static byte[] resources() {
        return OfdXml.of("Res", "BaseLoc", "Res")
                .open("Fonts")
                .open("Font", "ID", Integer.toString(FONT), "FontName", FONT_NAME, "FamilyName", FONT_NAME)
                .text("FontFile", FONT_FILE)
                .bytes();
    }

    private static String pagePath(int page) {
        return "Pages/Page_" + page + "/Content.xml";
    }

    /** Numbers of objects, unique in one document. */
    private static final class Counter {
        private int last;

        Counter(int last) {
            this.last = last;
        }

        int next() {
            return ++last;
        }

        int last() {
            return last;
        }
    }
}
