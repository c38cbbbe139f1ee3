package io.jinqiao.workbench.simulate.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** WS-Security by the signatures of the JDK and nothing else: what another side writes, right or wrong, and how it judges ours. */
public final class EnvelopeSigner {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private static final String TOKEN = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    private static final String BASE64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private final PrivateKey key;
    private final X509Certificate certificate;
    private Instant created = Instant.EPOCH;
    private Instant expires = Instant.EPOCH;
    private String algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private String digest = "http://www.w3.org/2001/04/xmlenc#sha256";
    private List<String> covered = List.of("#ts", "#body");

    public EnvelopeSigner(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    public EnvelopeSigner from(Instant at, Instant until) {
        created = at;
        expires = until;
        return this;
    }

    public EnvelopeSigner by(String signature, String hash) {
        algorithm = signature;
        digest = hash;
        return this;
    }

    public EnvelopeSigner over(String... ids) {
        covered = List.of(ids);
        return this;
    }

    /** @throws IllegalArgumentException when it is no envelope */
    public String sign(String plain) {
        try {
            return signed(plain);
        } catch (GeneralSecurityException | XMLSignatureException | MarshalException | TransformerException e) {
            throw new IllegalArgumentException("cannot be signed", e);
        }
    }

    private String signed(String plain) throws GeneralSecurityException, XMLSignatureException, MarshalException, TransformerException {
        Document document = read(plain);
        Element body = (Element) document.getElementsByTagNameNS(SOAP, "Body").item(0);
        identify(body, "body");
        Element header = header(document, body);
        Element security = child(header, WSSE, "wsse:Security", null);
        security.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:wsu", WSU);
        Element token = child(security, WSSE, "wsse:BinarySecurityToken", Base64.getEncoder().encodeToString(certificate.getEncoded()));
        token.setAttribute("EncodingType", BASE64);
        token.setAttribute("ValueType", TOKEN);
        identify(token, "token");
        Element time = child(security, WSU, "wsu:Timestamp", null);
        identify(time, "ts");
        child(time, WSU, "wsu:Created", created.toString());
        child(time, WSU, "wsu:Expires", expires.toString());
        // namespaces are where a reader will see them
        document = read(text(document));
        identifiers(document.getDocumentElement());
        security = (Element) document.getElementsByTagNameNS(WSSE, "Security").item(0);
        DOMSignContext context = new DOMSignContext(key, security);
        context.putNamespacePrefix(XMLSignature.XMLNS, "ds");
        FACTORY.newXMLSignature(info(), keyInfo(document)).sign(context);
        return text(document);
    }

    private SignedInfo info() throws GeneralSecurityException {
        List<Reference> references = new ArrayList<>();
        for (String id : covered) {
            references.add(FACTORY.newReference(
                    id,
                    FACTORY.newDigestMethod(digest, null),
                    List.of(FACTORY.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null));
        }
        return FACTORY.newSignedInfo(
                FACTORY.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                FACTORY.newSignatureMethod(algorithm, null),
                references);
    }

    private static javax.xml.crypto.dsig.keyinfo.KeyInfo keyInfo(Document document) {
        Element reference = document.createElementNS(WSSE, "wsse:SecurityTokenReference");
        Element direct = child(reference, WSSE, "wsse:Reference", null);
        direct.setAttribute("URI", "#token");
        direct.setAttribute("ValueType", TOKEN);
        return FACTORY.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
    }

    private static Element header(Document document, Element body) {
        if (document.getElementsByTagNameNS(SOAP, "Header").item(0) instanceof Element there) {
            return there;
        }
        Element header = document.createElementNS(SOAP, "soap:Header");
        document.getDocumentElement().insertBefore(header, body);
        return header;
    }

    /** Whether the JDK finds the one signature of an envelope good, and body and time-stamp under it. */
    public static boolean good(String envelope, X509Certificate certificate) {
        try {
            Document document = read(envelope);
            identifiers(document.getDocumentElement());
            if (!(document.getElementsByTagNameNS(XMLSignature.XMLNS, "Signature").item(0) instanceof Element signature)) {
                return false;
            }
            DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            XMLSignature read = FACTORY.unmarshalXMLSignature(context);
            return read.validate(context) && covers(read, document, SOAP, "Body") && covers(read, document, WSU, "Timestamp");
        } catch (XMLSignatureException | MarshalException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean covers(XMLSignature signature, Document document, String namespace, String name) {
        NodeList found = document.getElementsByTagNameNS(namespace, name);
        return found.getLength() == 1
                && signature.getSignedInfo().getReferences().stream().anyMatch(one -> ("#" + ((Element) found.item(0)).getAttributeNS(WSU, "Id")).equals(((Reference) one).getURI()));
    }

    private static void identifiers(Element element) {
        if (element.hasAttributeNS(WSU, "Id")) {
            element.setIdAttributeNS(WSU, "Id", true);
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                identifiers(inner);
            }
        }
    }

    private static void identify(Element element, String id) {
        element.setAttributeNS(WSU, "wsu:Id", id);
        element.setIdAttributeNS(WSU, "Id", true);
    }

    private static Element child(Element parent, String namespace, String name, @Nullable String text) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        if (text != null) {
            child.setTextContent(text);
        }
        parent.appendChild(child);
        return child;
    }

    private static Document read(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("no XML", e);
        }
    }

    private static String text(Document document) throws TransformerException {
        StringWriter text = new StringWriter();
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
