package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** {@code <ap>} in GBK behind a header of seven bytes ({@link LengthFraming}), SM2 in {@code Sign}. */
final class AbcWire extends XmlWire {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String DAY = "yyyyMMdd";
    private static final String TIME = "HHmmss";
    private static final String INSTANT = "yyyyMMddHHmmss";
    private static final Map<Chair, String> CORPORATIONS = Map.of(Chair.BANK, "6100000000000001", Chair.CENTRE, "6100000000000002");
    private static final Map<String, String> FIXED = Map.of("ProductID", "ICC", "ChannelType", "ERP", "OpNo", "0001", "FileFlag", "0");
    private static final Manner MANNER = new Manner(Spelling.PASCAL, "", false, DAY, INSTANT, INSTANT, "1", "0", true, AgreedCodes.ALL);
    private static final XmlNames AROUND = new XmlNames("ap", "", "CHFD", "CCTransCode", "Sign", "", "OrigReqSeqNo", "OrigTransCode");
    private static final Names NAMES = new Names(
            Spelling.PASCAL,
            "RespCode",
            "RespInfo",
            "ReqSeqNo",
            "HFData",
            "ErrInfo",
            "err",
            "OrigStatus",
            "OrigResp",
            List.of("0000", "HF01", "HF10", "HF11", "HF12", "HF20", "HF22", "HF99"));

    AbcWire(Chair own, BankKeys keys) {
        super(own, pen(own, keys), GBK, AROUND, NAMES);
    }

    private static Pen pen(Chair own, BankKeys keys) {
        String bank = "abc-direct-link";
        String centre = "1234567812345678";
        return own == Chair.BANK
                ? new Pen(keys, "abc-sm2-sign", "centre-sm2-sign", bank, centre, "", "", false)
                : new Pen(keys, "centre-sm2-sign", "abc-sm2-sign", centre, bank, "", "", false);
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    @Override
    ObjectNode head(String code, String id, Instant at, ObjectNode content, Chair speaker) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("CCTransCode", code);
        tree.put("ProductID", FIXED.get("ProductID"));
        tree.put("ChannelType", FIXED.get("ChannelType"));
        tree.put("CorpNo", CORPORATIONS.get(speaker));
        tree.put("OpNo", FIXED.get("OpNo"));
        tree.put("ReqSeqNo", id);
        tree.put("ReqDate", Leaves.now(DAY, at));
        tree.put("ReqTime", Leaves.now(TIME, at));
        tree.put("Sign", "");
        tree.put("FileFlag", FIXED.get("FileFlag"));
        tree.set("HFData", content);
        return tree;
    }

    @Override
    void requireHead(ObjectNode tree, String id, Chair speaker) throws NotUnderstood {
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            Required.equal(tree, fixed.getKey(), fixed.getValue(), id);
        }
        Required.equal(tree, "CorpNo", CORPORATIONS.get(speaker), id);
        Required.fresh(StrictJson.member(tree, "ReqDate") + StrictJson.member(tree, "ReqTime"), INSTANT, "ReqDate", id);
    }

    @Override
    void requireDeclaration(String declaration) throws NotUnderstood {
        if (!declaration.isEmpty() && !declaration.contains("\"GBK\"")) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "", "声明的字符集应为 GBK / declares another character set than GBK");
        }
    }

    @Override
    byte[] document(Packet packet) {
        return packet.body();
    }

    @Override
    Packet request(byte[] document) {
        return new Packet("", "", document);
    }

    @Override
    Packet reply(byte[] document) {
        return new Packet("", "", document);
    }
}
