package io.jinqiao.adapter.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The description of the call says what the folder does. */
class WsdlTest {
    @Test
    void namesTheCallAsTheFolderDoes() throws Exception {
        String folder = Files.readString(Path.of("adapters/registry-xml/adapter.yaml"));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document wsdl = factory.newDocumentBuilder().parse(Path.of("adapters/registry-xml/schema/registration.wsdl").toFile());

        List<String> elements = List.of(attribute(wsdl, "element", 0, "name"), attribute(wsdl, "element", 1, "name"), attribute(wsdl, "element", 2, "name"), attribute(wsdl, "element", 3, "name"));
        assertThat(folder).contains("request: " + elements.get(0), "text: " + elements.get(1), "reply: " + elements.get(2), "reply-text: " + elements.get(3));
        assertThat(folder).contains("namespace: " + wsdl.getDocumentElement().getAttribute("targetNamespace"), "action: " + attribute(wsdl, "operation", 2, "soapAction"));
        assertThat(attribute(wsdl, "address", 0, "location")).endsWith("/services/registry-xml");
    }

    private static String attribute(Document wsdl, String element, int which, String name) {
        return ((Element) wsdl.getElementsByTagNameNS("*", element).item(which)).getAttribute(name);
    }
}
