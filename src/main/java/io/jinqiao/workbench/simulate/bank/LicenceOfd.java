package io.jinqiao.workbench.simulate.bank;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An electronic certificate as an OFD file of one page (GB/T 33190), its metadata as custom data, sealed as a whole. */
final class LicenceOfd {
    private static final String SIGNATURE = "Doc_0/Signs/Sign_0/Signature.xml";
    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";
    private static final int FIRST_LINE = 40;
    private static final int LINE = 10;

    private LicenceOfd() {}

    /**
     * @param metadata by name, such as ZZBS
     * @param face what is printed, label and value
     */
    static byte[] sealed(Map<String, String> metadata, Map<String, String> face, RegistrySeal seal) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("OFD.xml", xml("OFD", " Version=\"1.0\" DocType=\"OFD\"", entry(metadata)));
        files.put("Doc_0/Document.xml", xml("Document", "", "<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages><ofd:Page ID=\"2\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>"));
        files.put("Doc_0/PublicRes.xml", xml("Res", " BaseLoc=\"Res\"", "<ofd:Fonts><ofd:Font ID=\"1\" FontName=\"宋体\" FamilyName=\"宋体\"/></ofd:Fonts>"));
        files.put(PAGE, xml("Page", "", page(face)));
        files.put("Doc_0/Signs/Signatures.xml", xml("Signatures", "", "<ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"/" + SIGNATURE + "\"/>"));
        files.put(SEAL, seal.data());
        byte[] description = xml("Signature", "", description(files, now));
        files.put(SIGNATURE, description);
        files.put(VALUE, seal.over(description, "/" + SIGNATURE, now));
        return zip(files);
    }

    /** The same file with one character of the page changed. */
    static byte[] tampered(byte[] sealed, String from, String to) {
        Map<String, byte[]> files = unzip(sealed);
        files.computeIfPresent(PAGE, (path, page) -> new String(page, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8));
        return zip(files);
    }

    private static String entry(Map<String, String> metadata) {
        StringBuilder xml = new StringBuilder("<ofd:DocBody><ofd:DocInfo><ofd:DocID>").append(java.util.UUID.randomUUID().toString().replace("-", ""));
        xml.append("</ofd:DocID><ofd:Title>不动产登记证明（样张）</ofd:Title><ofd:CustomDatas>");
        metadata.forEach((name, value) -> xml.append("<ofd:CustomData Name=\"").append(name).append("\">").append(escaped(value)).append("</ofd:CustomData>"));
        return xml.append("</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody>").toString();
    }

    private static String page(Map<String, String> face) {
        StringBuilder xml = new StringBuilder("<ofd:Content><ofd:Layer ID=\"3\">");
        int id = 4;
        int y = FIRST_LINE;
        for (Map.Entry<String, String> line : face.entrySet()) {
            String text = line.getKey() + "：" + line.getValue();
            xml.append("<ofd:TextObject ID=\"").append(id++).append("\" Boundary=\"20 ").append(y).append(" 180 8\" Font=\"1\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"6\" DeltaX=\"g ")
                    .append(Math.max(1, text.length() - 1)).append(" 4\">").append(escaped(text)).append("</ofd:TextCode></ofd:TextObject>");
            y += LINE;
        }
        return xml.append("</ofd:Layer></ofd:Content>").toString();
    }

    private static String description(Map<String, byte[]> covered, Instant at) {
        StringBuilder xml = new StringBuilder("<ofd:SignedInfo><ofd:Provider ProviderName=\"simulated-registry\" Version=\"1.0\" Company=\"simulated\"/><ofd:SignatureMethod>");
        xml.append(SM2_WITH_SM3).append("</ofd:SignatureMethod><ofd:SignatureDateTime>").append(at).append("</ofd:SignatureDateTime><ofd:References CheckMethod=\"").append(SM3).append("\">");
        covered.forEach((path, bytes) -> xml.append("<ofd:Reference FileRef=\"/").append(path).append("\"><ofd:CheckValue>")
                .append(Base64.getEncoder().encodeToString(Sm2.sm3(bytes))).append("</ofd:CheckValue></ofd:Reference>"));
        xml.append("</ofd:References><ofd:StampAnnot ID=\"2\" PageRef=\"2\" Boundary=\"140 220 40 40\"/><ofd:Seal><ofd:BaseLoc>/").append(SEAL);
        return xml.append("</ofd:BaseLoc></ofd:Seal></ofd:SignedInfo><ofd:SignedValue>/").append(VALUE).append("</ofd:SignedValue>").toString();
    }

    private static byte[] xml(String root, String attributes, String content) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:" + root + " xmlns:ofd=\"http://www.ofdspec.org/2016\"" + attributes + ">" + content + "</ofd:" + root + ">")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] bytes) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (java.util.zip.ZipInputStream zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
