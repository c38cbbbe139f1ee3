package io.jinqiao.workbench.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The same content, parsed and written again as common libraries do: what a signature covers when somebody signs what they parsed and not
 * what travels.
 */
final class Layouts {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Layouts() {}

    /** The likeliest first, by a name for people. Empty for what is neither XML nor a JSON object. */
    static Map<String, byte[]> of(byte[] input, Charset charset) {
        String text = new String(input, charset);
        Map<String, byte[]> layouts = new LinkedHashMap<>();
        if (text.startsWith("<")) {
            xml(text, charset, layouts);
        } else if (text.startsWith("{")) {
            json(text, charset, layouts);
        }
        layouts.values().removeIf(other -> java.util.Arrays.equals(other, input));
        return layouts;
    }

    private static void xml(String text, Charset charset, Map<String, byte[]> layouts) {
        try {
            Document document = parsed(text);
            layouts.put("indent 2", indented(document, "2", false, charset));
            layouts.put("indent 4", indented(document, "4", false, charset));
            layouts.put("indent 2, XML declaration", indented(document, "2", true, charset));
            layouts.put("indent 4, XML declaration", indented(document, "4", true, charset));
            layouts.put("no blanks between elements", text.replaceAll(">\\s+<", "><").getBytes(charset));
            layouts.put("written again", indented(document, "0", false, charset));
        } catch (ParserConfigurationException | SAXException | TransformerException | java.io.IOException e) {
            layouts.clear(); // not ours to judge here: the answer's own reading says what is wrong with it
        }
    }

    private static Document parsed(String text) throws ParserConfigurationException, SAXException, java.io.IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(NO_DOCTYPE, true);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static byte[] indented(Document document, String blanks, boolean declared, Charset charset) throws TransformerException {
        TransformerFactory factory = TransformerFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Transformer transformer = factory.newTransformer();
        transformer.setOutputProperty(OutputKeys.INDENT, blanks.equals("0") ? "no" : "yes");
        transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", blanks);
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, declared ? "no" : "yes");
        transformer.setOutputProperty(OutputKeys.ENCODING, charset.name());
        StringWriter out = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(out));
        return out.toString().getBytes(charset);
    }

    private static void json(String text, Charset charset, Map<String, byte[]> layouts) {
        try {
            JsonNode tree = JSON.readTree(text);
            String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
            layouts.put("indent 2", pretty.getBytes(charset));
            layouts.put("indent 2, no blank before the colon", pretty.replace("\" : ", "\": ").getBytes(charset));
            layouts.put("no blanks", JSON.writeValueAsString(tree).getBytes(charset));
            layouts.put("members by name", JSON.writeValueAsString(JSON.treeToValue(tree, java.util.TreeMap.class)).getBytes(charset));
        } catch (JsonProcessingException e) {
            layouts.clear();
        }
    }
}
