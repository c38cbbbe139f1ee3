package io.jinqiao.workbench.simulate.bank;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The national message form by the JDK's parser and by hand: as a text in an envelope of SOAP, or as a file. */
final class NationalWire {
    static final String PARTNER = "registry-xml";
    static final String DONE = "1";
    static final String REFUSED = "0";
    static final String IN_PROCESS = "2";
    private static final String USER = "1234567812345678";
    private static final String TYPE = "text/xml; charset=UTF-8";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String CALLS = "urn:jinqiao:registration";
    private static final String OPENS = "<DigitalSign>";

    private static final String ENVELOPES = "registry-xml-rsa-sign";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Pen pen;
    /** Keys of the envelopes of SOAP, both sides'; null where nobody asks for WS-Security. */
    private final @Nullable BankKeys envelopes;

    /** A record of a table, its fields as attributes. */
    record Row(String table, Map<String, String> fields) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** @param head texts by name */
    record Message(Map<String, String> head, List<Row> rows) {
        String head(String name) {
            return head.getOrDefault(name, "");
        }

        List<Row> rows(String table) {
            return rows.stream().filter(row -> row.table().equals(table)).toList();
        }
    }

    /** @param problems code of ours, our field and theirs, of each */
    record Heard(String id, String flag, List<List<String>> problems, boolean verified) {}

    /** @param secured whether envelopes are signed by WS-Security */
    NationalWire(BankKeys keys, boolean secured) {
        this.envelopes = secured ? keys : null;
        this.pen = new Pen(keys, "registry-xml-sm2-sign", "centre-sm2-sign", USER, USER, "", "", false);
    }

    Pen pen() {
        return pen;
    }

    /** @param soap whether it stands in an envelope @throws NotUnderstood when it is none, or not the centre's */
    Message open(byte[] bytes, boolean soap) throws NotUnderstood {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (soap && !secured(text)) {
            throw new NotUnderstood(Outcome.SIGNATURE, "", "Security", "信封签名验证不通过 / the envelope's signature does not verify");
        }
        String document = soap ? called(text, "submit", "message") : text;
        Element root = root(document, "Message");
        Map<String, String> head = texts(child(root, "Head"));
        if (!verified(document)) {
            throw new NotUnderstood(Outcome.SIGNATURE, head.getOrDefault("BizMsgID", ""), "DigitalSign", "签名验证不通过 / the signature does not verify");
        }
        List<Row> rows = new ArrayList<>();
        for (Element row : children(child(root, "Data"))) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < row.getAttributes().getLength(); i++) {
                fields.put(row.getAttributes().item(i).getNodeName(), row.getAttributes().item(i).getNodeValue());
            }
            rows.add(new Row(row.getTagName(), fields));
        }
        return new Message(head, rows);
    }

    /** @param retouch what is done to the text before it is signed */
    byte[] message(Message message, boolean soap, Pen by, UnaryOperator<String> retouch) {
        StringBuilder out = new StringBuilder(DECLARATION + "<Message><Head>");
        message.head().forEach((name, text) -> {
            element(out, name, text);
            if (name.equals("BizMsgID")) {
                element(out, "DigitalSign", "");
            }
        });
        out.append("</Head><Data>");
        for (Row row : message.rows()) {
            out.append('<').append(row.table());
            row.fields().forEach((name, text) -> out.append(' ').append(name).append("=\"").append(escaped(text)).append('"'));
            out.append("/>");
        }
        return framed(signed(retouch.apply(out.append("</Data></Message>").toString()), by), soap, "submit", "message");
    }

    byte[] answer(String id, String flag, String info, Map<String, String> more, boolean soap, Pen by) {
        StringBuilder out = new StringBuilder(DECLARATION + "<respond>");
        element(out, "BizMsgID", id);
        element(out, "SuccessFlag", flag);
        element(out, "ResponseCode", flag.equals(DONE) ? "0000" : "9999");
        element(out, "ResponseInfo", info);
        if (!more.isEmpty()) {
            out.append("<AdditionalData>");
            more.forEach((name, text) -> element(out, name, text));
            out.append("</AdditionalData>");
        }
        return framed(signed(out.append(OPENS + "</DigitalSign></respond>").toString(), by), soap, "submitResponse", "respond");
    }

    Heard hear(byte[] bytes, boolean soap) throws NotUnderstood {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String document = soap ? called(text, "submitResponse", "respond") : text;
        Element root = root(document, "respond");
        Map<String, String> texts = texts(root);
        List<List<String>> problems = new ArrayList<>();
        for (Element child : children(root)) {
            if (child.getTagName().equals("Problem")) {
                Map<String, String> told = texts(child);
                problems.add(List.of(told.getOrDefault("Code", ""), told.getOrDefault("CentreField", ""), told.getOrDefault("Field", "")));
            }
        }
        return new Heard(texts.getOrDefault("BizMsgID", ""), texts.getOrDefault("SuccessFlag", ""), problems, verified(document) && (!soap || secured(text)));
    }

    private boolean secured(String envelope) {
        return envelopes == null || EnvelopeSigner.good(envelope, envelopes.certificate("centre-rsa-sign"));
    }

    static Packet packet(String path, byte[] bytes) {
        return new Packet(path, TYPE, bytes);
    }

    private byte[] framed(String document, boolean soap, String call, String element) {
        String text = soap
                ? "<e:Envelope xmlns:e=\"" + SOAP + "\">\n<e:Header/>\n<e:Body><" + call + " xmlns=\"" + CALLS + "\"><" + element + ">" + escaped(document) + "</" + element + "></" + call
                        + "></e:Body>\n</e:Envelope>"
                : document;
        return (soap && envelopes != null ? sealed(text, envelopes) : text).getBytes(StandardCharsets.UTF_8);
    }

    private static String sealed(String envelope, BankKeys keys) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new EnvelopeSigner(keys.key(ENVELOPES), keys.certificate(ENVELOPES)).from(now, now.plus(LIFETIME)).sign(envelope);
    }

    private static String signed(String unsigned, Pen by) {
        int at = unsigned.indexOf(OPENS) + OPENS.length();
        return unsigned.substring(0, at) + HexFormat.of().formatHex(by.sm2(unsigned.getBytes(StandardCharsets.UTF_8))) + unsigned.substring(at);
    }

    private boolean verified(String document) {
        int from = document.indexOf(OPENS) + OPENS.length();
        int to = document.indexOf("</DigitalSign>");
        if (from < OPENS.length() || to < from || !document.substring(from, to).matches("[0-9a-f]{128}")) {
            return false;
        }
        String input = document.substring(0, from) + document.substring(to);
        return pen.sm2Verifies(input.getBytes(StandardCharsets.UTF_8), HexFormat.of().parseHex(document.substring(from, to)));
    }

    private static String called(String envelope, String call, String element) throws NotUnderstood {
        Element root = parsed(envelope);
        if (!SOAP.equals(root.getNamespaceURI()) || !root.getLocalName().equals("Envelope")) {
            throw wrong("不是 SOAP 1.1 信封 / no envelope of SOAP 1.1");
        }
        List<Element> body = children(root).stream().filter(e -> "Body".equals(e.getLocalName())).toList();
        List<Element> calls = body.size() == 1 ? children(body.get(0)) : List.of();
        if (calls.size() != 1 || !call.equals(calls.get(0).getLocalName()) || !CALLS.equals(calls.get(0).getNamespaceURI())) {
            throw wrong("没有调用 " + call + " / no call of " + call);
        }
        List<Element> texts = children(calls.get(0));
        if (texts.size() != 1 || !element.equals(texts.get(0).getLocalName())) {
            throw wrong("没有 " + element + " / no " + element);
        }
        return texts.get(0).getTextContent();
    }

    private static Element root(String document, String name) throws NotUnderstood {
        Element root = parsed(document);
        if (!root.getTagName().equals(name)) {
            throw wrong("根元素应为 " + name + " / the root is not " + name);
        }
        return root;
    }

    private static Element parsed(String text) throws NotUnderstood {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw wrong("报文不是约定的 XML / no XML as agreed");
        }
    }

    private static Element child(Element parent, String name) throws NotUnderstood {
        Element found = null;
        for (Element one : children(parent)) {
            found = one.getTagName().equals(name) ? one : found;
        }
        if (found == null) {
            throw wrong("缺少 " + name + " / no " + name);
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        List<Element> all = new ArrayList<>();
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                all.add(element);
            }
        }
        return all;
    }

    private static Map<String, String> texts(Element parent) {
        Map<String, String> texts = new LinkedHashMap<>();
        children(parent).forEach(child -> texts.put(child.getTagName(), child.getTextContent()));
        return texts;
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text)).append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;").replace("\r", "&#13;");
    }

    private static NotUnderstood wrong(String words) {
        return new NotUnderstood(Outcome.ENVELOPE, "", "", words);
    }
}
