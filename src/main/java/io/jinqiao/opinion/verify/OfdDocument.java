package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What verification needs of an OFD package with one signature (GB/T 33190).
 *
 * @param files path without leading slash → bytes
 * @param signaturePath of Signature.xml
 * @param references in the order of Signature.xml
 * @param checkMethod name or OID as written
 * @param sealPath null when none is named
 * @param text of all pages, in the order of drawing
 * @param metadata custom data of the document (CustomData), by name
 */
record OfdDocument(
        Map<String, byte[]> files,
        String signaturePath,
        String valuePath,
        @Nullable String sealPath,
        String signatureMethod,
        String checkMethod,
        List<Reference> references,
        String text,
        Map<String, String> metadata) {
    private static final String ENTRY = "OFD.xml";

    /** @param path without leading slash, as the package has it */
    record Reference(String path, String checkValue) {}

    static OfdDocument read(byte[] zip) throws BadFile {
        Map<String, byte[]> files = OfdZip.read(zip);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".xml")) {
                XmlNode.text(file.getKey(), file.getValue());
            }
        }
        XmlNode body = one(xml(files, ENTRY), "DocBody");
        String list = path(ENTRY, body.childText("Signatures").orElseThrow(() -> new BadFile(DocumentFault.NOT_SEALED)));
        String signature = signature(files, list);
        XmlNode described = xml(files, signature);
        XmlNode info = one(described, "SignedInfo");
        XmlNode references = one(info, "References");
        Optional<String> seal = info.child("Seal").flatMap(node -> node.childText("BaseLoc"));
        String root = path(ENTRY, required(body, "DocRoot"));
        return new OfdDocument(
                files,
                signature,
                path(signature, required(described, "SignedValue")),
                seal.isEmpty() ? null : path(signature, seal.get()),
                required(info, "SignatureMethod"),
                references.attribute("CheckMethod"),
                references(signature, references),
                text(files, root),
                metadata(body));
    }

    /** A name that stands there twice can be read in two ways, so the document is refused. */
    private static Map<String, String> metadata(XmlNode body) throws BadFile {
        Map<String, String> read = new LinkedHashMap<>();
        Optional<XmlNode> data = body.child("DocInfo").flatMap(info -> info.child("CustomDatas"));
        for (XmlNode one : data.map(node -> node.children("CustomData").toList()).orElse(List.of())) {
            if (read.put(one.attribute("Name"), one.text()) != null) {
                throw new BadFile(DocumentFault.LAYOUT, "CustomData");
            }
        }
        return read;
    }

    private static String signature(Map<String, byte[]> files, String list) throws BadFile {
        List<XmlNode> signatures = xml(files, list).children("Signature").toList();
        if (signatures.isEmpty()) {
            throw new BadFile(DocumentFault.NOT_SEALED);
        }
        if (signatures.size() > 1) {
            throw new BadFile(DocumentFault.SEALED_TWICE);
        }
        return path(list, signatures.get(0).attribute("BaseLoc"));
    }

    private static List<Reference> references(String base, XmlNode references) throws BadFile {
        List<Reference> read = new ArrayList<>();
        for (XmlNode reference : references.children("Reference").toList()) {
            read.add(new Reference(path(base, reference.attribute("FileRef")), required(reference, "CheckValue")));
        }
        return read;
    }

    /** Everything that is printed on the pages, in the order of drawing, without blanks. */
    private static String text(Map<String, byte[]> files, String root) throws BadFile {
        StringBuilder all = new StringBuilder();
        for (XmlNode page : one(xml(files, root), "Pages").children("Page").toList()) {
            XmlNode content = xml(files, path(root, page.attribute("BaseLoc")));
            all.append(content.all("TextCode").map(XmlNode::text).collect(Collectors.joining()));
        }
        return all.toString();
    }

    private static XmlNode xml(Map<String, byte[]> files, String path) throws BadFile {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new BadFile(DocumentFault.LAYOUT, path);
        }
        return XmlNode.read(path, bytes);
    }

    private static XmlNode one(XmlNode parent, String name) throws BadFile {
        List<XmlNode> found = parent.children(name).toList();
        if (found.size() != 1) {
            throw new BadFile(DocumentFault.LAYOUT, name);
        }
        return found.get(0);
    }

    private static String required(XmlNode parent, String name) throws BadFile {
        return parent.childText(name).orElseThrow(() -> new BadFile(DocumentFault.LAYOUT, name));
    }

    /** A location from the root when it begins with a slash, else beside the file that names it. */
    private static String path(String base, String location) throws BadFile {
        String path = location.startsWith("/")
                ? location.substring(1)
                : base.substring(0, base.lastIndexOf('/') + 1) + location;
        return ZipEntryHead.allowed(path);
    }
}
