package io.jinqiao.workbench.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.adapter.WireRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.xml.sax.InputSource;

/** What other people's software makes of bytes before it signs or verifies them. */
final class Others {
    private Others() {}

    static byte[] digested(byte[] input, boolean hex) {
        SM3Digest sm3 = new SM3Digest();
        sm3.update(input, 0, input.length);
        byte[] digest = new byte[32];
        sm3.doFinal(digest, 0);
        return hex ? HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII) : digest;
    }

    static byte[] sha256(byte[] input) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(input);
    }

    /** Parsed and written again with line breaks. */
    static byte[] laidOut(byte[] input, Charset charset, int blanks) {
        try {
            return input[0] == '{' ? json(input, charset) : xml(input, charset, blanks);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(byte[] input, Charset charset) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(new String(input, charset))).getBytes(charset);
    }

    private static byte[] xml(byte[] input, Charset charset, int blanks) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.INDENT, "yes");
        transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "" + blanks);
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        transformer.setOutputProperty(OutputKeys.ENCODING, charset.name());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        transformer.transform(
                new DOMSource(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(new String(input, charset))))),
                new StreamResult(out));
        return out.toByteArray();
    }

    /** The parameters of a JSON request as they were sent, after its path or without it. */
    static byte[] asSent(WireRequest request, boolean path) {
        try {
            Iterator<Map.Entry<String, JsonNode>> members = new ObjectMapper().readTree(new ByteArrayInputStream(request.body())).fields();
            StringJoiner joined = new StringJoiner("&", path ? request.path() + "?" : "", "");
            java.util.Map<String, String> texts = path ? new java.util.LinkedHashMap<>() : new java.util.TreeMap<>();
            members.forEachRemaining(m -> texts.put(m.getKey(), m.getValue().asText()));
            texts.remove("sign");
            texts.forEach((name, text) -> joined.add(name + "=" + text));
            return joined.toString().getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The members of a digital envelope by their names. */
    static byte[] byName(WireRequest request) {
        try {
            JsonNode members = new ObjectMapper().readTree(new ByteArrayInputStream(request.body()));
            return (members.path("accessToken").asText() + members.path("encryptKey").asText() + members.path("request").asText()).getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
