package io.jinqiao.opinion.ofd;

import io.jinqiao.opinion.seal.SealPicture;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Sheet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The files of the one signature, whole protection: every file of the package stands in {@code Signature.xml} with its SM3 digest, the
 * list of signatures too, so none can be added later.
 */
final class SignatureFiles {
    static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    static final String SIGNED_VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";

    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SignatureFiles() {}

    static byte[] list() {
        return OfdXml.of("Signatures")
                .text("MaxSignId", "s001")
                .empty("Signature", "ID", "s001", "Type", "Seal", "BaseLoc", "/" + SIGNATURE)
                .bytes();
    }

    /** @param covered every other file of the package but the signed value */
    static byte[] description(Sheet sheet, Map<String, byte[]> covered, Instant at) {
        OfdXml xml = OfdXml.of("Signature").open("SignedInfo");
        xml.empty("Provider", "ProviderName", "Jinqiao", "Version", "1.0", "Company", "Jinqiao");
        xml.text("SignatureMethod", SM2_WITH_SM3).text("SignatureDateTime", TIME.format(at));
        xml.open("References", "CheckMethod", SM3);
        covered.forEach((path, bytes) -> xml.open("Reference", "FileRef", "/" + path)
                .text("CheckValue", Base64.getEncoder().encodeToString(sm3(bytes)))
                .close());
        xml.close();
        stamps(xml, sheet);
        xml.open("Seal").text("BaseLoc", "/" + SEAL).close().close();
        return xml.text("SignedValue", "/" + SIGNED_VALUE).bytes();
    }

    /** The seal over the date on the last page; with several pages also a part of it on the right edge of each (骑缝章). */
    private static void stamps(OfdXml xml, Sheet sheet) {
        double side = SealPicture.DIAMETER;
        int pages = sheet.pages().size();
        stamp(xml, 1, pages - 1, Millimetres.of(sheet.seal().x() - side / 2, sheet.seal().y() - side / 2, side, side), null);
        double part = side / pages;
        for (int i = 0; pages > 1 && i < pages; i++) {
            double left = Page.WIDTH - (i + 1) * part;
            stamp(xml, i + 2, i, Millimetres.of(left, (Page.HEIGHT - side) / 2, side, side), Millimetres.of(i * part, 0, part, side));
        }
    }

    private static void stamp(OfdXml xml, int number, int page, String boundary, @org.jspecify.annotations.Nullable String clip) {
        String id = "s" + number;
        String ref = Integer.toString(DocumentFiles.pageId(page));
        if (clip == null) {
            xml.empty("StampAnnot", "ID", id, "PageRef", ref, "Boundary", boundary);
        } else {
            xml.empty("StampAnnot", "ID", id, "PageRef", ref, "Boundary", boundary, "Clip", clip);
        }
    }

    static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
