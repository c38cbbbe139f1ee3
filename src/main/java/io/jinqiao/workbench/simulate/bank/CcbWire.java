package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code <TX>} in GB18030 in the form field {@code requestXml}; the answer is the document itself. SM2 or RSA in {@code SIGN_INFO}. */
final class CcbWire extends XmlWire {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String FIELD = "requestXml=";
    private static final String FORM = "application/x-www-form-urlencoded; charset=GB18030";
    private static final String XML = "application/xml; charset=GB18030";
    private static final String TIME = "yyyyMMddHHmmss";
    private static final String ANSWER_TIME = "yyyy/MM/dd HH:mm:ss";
    private static final Map<Chair, String> CUSTOMERS = Map.of(Chair.BANK, "P0100000000000001", Chair.CENTRE, "P0100000000000002");
    private static final Map<String, String> FIXED = Map.of("USER_ID", "WLPT01", "LANGUAGE", "CN");
    private static final Manner MANNER = new Manner(
            Spelling.CAPITALS,
            "",
            false,
            "yyyyMMdd",
            TIME,
            ANSWER_TIME,
            "Y",
            "N",
            true,
            Manner.agreedBut(Map.of(
                    "checked", Map.of("checked", "Y", "not-checked", "N"), "decision", Map.of("approved", "P", "rejected", "R"))));
    private static final XmlNames AROUND = new XmlNames("TX", "<?xml version=\"1.0\" encoding=\"GB18030\"?>", "6WHF", "TX_CODE", "SIGN_INFO", "SIGN_TYPE", "ORIG_REQUEST_SN", "ORIG_TX_CODE");
    private static final Names NAMES = new Names(
            Spelling.CAPITALS,
            "RETURN_CODE",
            "RETURN_MSG",
            "REQUEST_SN",
            "TX_INFO",
            "ERR_INFO",
            "err",
            "ORIG_STATUS",
            "ORIG_TX",
            List.of("000000", "HF0001", "HF0010", "HF0011", "HF0012", "HF0020", "HF0022", "HF0099"));

    CcbWire(Chair own, BankKeys keys) {
        super(own, pen(own, keys), GB18030, AROUND, NAMES);
    }

    private static Pen pen(Chair own, BankKeys keys) {
        String bank = "ccb-external-link";
        String centre = "1234567812345678";
        return own == Chair.BANK
                ? new Pen(keys, "ccb-sm2-sign", "centre-sm2-sign", bank, centre, "ccb-rsa-sign", "centre-rsa-sign", false)
                : new Pen(keys, "centre-sm2-sign", "ccb-sm2-sign", centre, bank, "centre-rsa-sign", "ccb-rsa-sign", false);
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    @Override
    ObjectNode head(String code, String id, Instant at, ObjectNode content, Chair speaker) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("REQUEST_SN", id);
        tree.put("CUST_ID", CUSTOMERS.get(speaker));
        tree.put("USER_ID", FIXED.get("USER_ID"));
        tree.put("TX_CODE", code);
        tree.put("LANGUAGE", FIXED.get("LANGUAGE"));
        tree.put("TX_TIME", Leaves.now(TIME, at));
        tree.set("TX_INFO", content);
        tree.put("SIGN_TYPE", "SM2");
        tree.put("SIGN_INFO", "");
        return tree;
    }

    @Override
    void requireHead(ObjectNode tree, String id, Chair speaker) throws NotUnderstood {
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            Required.equal(tree, fixed.getKey(), fixed.getValue(), id);
        }
        Required.equal(tree, "CUST_ID", CUSTOMERS.get(speaker), id);
        Required.fresh(StrictJson.member(tree, "TX_TIME"), TIME, "TX_TIME", id);
    }

    @Override
    void requireDeclaration(String declaration) throws NotUnderstood {
        if (!declaration.matches(".*encoding=\"(GB18030|GB2312|GBK)\".*")) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "", "应声明 GB18030 / declares another character set than GB18030");
        }
    }

    @Override
    byte[] document(Packet packet) throws NotUnderstood {
        String form = new String(packet.body(), StandardCharsets.ISO_8859_1);
        if (!packet.contentType().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded") || !form.startsWith(FIELD)) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "requestXml", "应为表单字段 requestXml / expected the form field requestXml");
        }
        return unescaped(form.substring(FIELD.length()));
    }

    private static byte[] unescaped(String text) throws NotUnderstood {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && text.substring(i + 1, Math.min(i + 3, text.length())).matches("[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else if (c == '%' || c == '&') {
                throw new NotUnderstood(Outcome.ENVELOPE, "", "requestXml", "表单转义有误 / an escape that is none");
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    Packet request(byte[] document) {
        StringBuilder form = new StringBuilder(FIELD);
        for (byte b : document) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.*".indexOf(c) >= 0) {
                form.append(c);
            } else {
                form.append('%').append(String.format("%02X", (int) c));
            }
        }
        return new Packet("/partners/ccb", FORM, form.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    Packet reply(byte[] document) {
        return new Packet("", XML, document);
    }
}
