package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything sealed for the receiver: SM4 in CBC mode under a fresh key, the key under the receiver's SM2 certificate. SM2 over the sealed
 * texts, written as hexadecimal r#s; the user id is the merchant id of whoever signs.
 */
final class PsbcWire implements Wire {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String HEAD_TIME = "yyyyMMddHHmmss";
    private static final String TIME = "yyyy-MM-dd HH:mm:ss";
    private static final String METHODS = "/gjj/";
    private static final String GATE = "/partners/psbc";
    private static final Map<Chair, String> MERCHANTS = Map.of(Chair.BANK, "PSBC000000004095501", Chair.CENTRE, "GJJ0000000000203001");
    private static final Map<Chair, String> APPS = Map.of(Chair.BANK, "100000000000000409550", Chair.CENTRE, "100000000000000203001");
    private static final Map<Chair, String> TOKENS = Map.of(Chair.BANK, "psbc-demonstration", Chair.CENTRE, "centre-demonstration");
    private static final Map<Chair, String> SIGNERS = Map.of(Chair.BANK, "psbc-sm2-sign", Chair.CENTRE, "centre-sm2-sign");
    private static final Map<Chair, String> OPENERS = Map.of(Chair.BANK, "psbc-sm2-envelope", Chair.CENTRE, "centre-sm2-envelope");
    private static final Manner MANNER = new Manner(Spelling.CAMEL, "list", true, "yyyy-MM-dd", TIME, TIME, "1", "0", false, AgreedCodes.ALL);
    private static final Names NAMES = new Names(
            Spelling.CAMEL,
            "respCode",
            "respMsg",
            "partnerTxSriNo",
            "",
            "errorList",
            "error",
            "originalStatus",
            "originalResponse",
            List.of("000000", "000001", "GJJ101", "GJJ102", "GJJ103", "GJJ201", "GJJ203", "GJJ999"));

    private final Chair own;
    private final Pen pen;

    PsbcWire(Chair own, BankKeys keys) {
        this.own = own;
        Chair other = own.other();
        this.pen = new Pen(keys, SIGNERS.get(own), SIGNERS.get(other), MERCHANTS.get(own), MERCHANTS.get(other), "", "", false);
    }

    @Override
    public Manner manner() {
        return MANNER;
    }

    @Override
    public Pen pen() {
        return pen;
    }

    @Override
    public Asked open(Packet packet) throws NotUnderstood {
        ObjectNode outer = StrictJson.read(StrictJson.text(packet.body(), StandardCharsets.UTF_8));
        Required.noOtherThan(outer, "request", "encryptKey", "accessToken", "signature");
        String request = StrictJson.member(outer, "request");
        String key = StrictJson.member(outer, "encryptKey");
        String token = StrictJson.member(outer, "accessToken");
        Required.signature(verifies(request + key + token, StrictJson.member(outer, "signature")), "signature", "");
        Required.equal(outer, "accessToken", TOKENS.get(own.other()), "");
        String plain = opened(request, key);
        ObjectNode inner = StrictJson.read(plain);
        Required.noOtherThan(inner, "head", "body");
        return asked(packet.path(), plain, part(inner, "head"), part(inner, "body"));
    }

    private Asked asked(String path, String plain, ObjectNode head, ObjectNode body) throws NotUnderstood {
        Required.noOtherThan(head, "partnerTxSriNo", "method", "version", "merchantId", "appID", "accessType", "reqTime");
        String id = StrictJson.member(head, "partnerTxSriNo");
        Required.equal(head, "version", "1.0", id);
        Required.equal(head, "accessType", "API", id);
        Required.equal(head, "merchantId", MERCHANTS.get(own.other()), id);
        Required.equal(head, "appID", APPS.get(own.other()), id);
        // the signature covers no path
        Required.equal(head, "method", path.substring(Math.min(path.length(), gate().length())), id);
        Required.fresh(StrictJson.member(head, "reqTime"), HEAD_TIME, "reqTime", id);
        String method = StrictJson.member(head, "method");
        Optional<Operation> operation = method.startsWith(METHODS) ? Operations.ofWord(method.substring(METHODS.length())) : Optional.empty();
        return new Asked(
                operation.orElseThrow(() -> Required.noSuchInterface(Outcome.ENVELOPE, "method", id)),
                method,
                id,
                "",
                plain,
                body);
    }

    private String gate() {
        return own == Chair.CENTRE ? GATE : "";
    }

    private static ObjectNode part(ObjectNode inner, String name) throws NotUnderstood {
        if (inner.get(name) instanceof ObjectNode part) {
            return part;
        }
        throw new NotUnderstood(Outcome.ENVELOPE, "", name, "必填 / missing");
    }

    private boolean verifies(String texts, String signature) {
        if (!signature.matches("[0-9a-f]{64}#[0-9a-f]{64}")) {
            return false;
        }
        return pen.sm2Verifies(texts.getBytes(StandardCharsets.UTF_8), HexFormat.of().parseHex(signature.replace("#", "")));
    }

    private static String signed(String texts, Pen with) {
        String hex = HexFormat.of().formatHex(with.sm2(texts.getBytes(StandardCharsets.UTF_8)));
        return hex.substring(0, 64) + "#" + hex.substring(64);
    }

    private String opened(String text, String wrappedKey) throws NotUnderstood {
        try {
            byte[] key = Sm2.unwrap(pen.opener(OPENERS.get(own)), Base64.getDecoder().decode(wrappedKey));
            return StrictJson.text(Sm4.decrypt(key, Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "encryptKey", "数字信封打不开 / the envelope does not open: " + e.getMessage());
        }
    }

    private Packet sealed(String path, String member, String plain, String token, Pen with) {
        byte[] key = Sm4.freshKey();
        String text = base64(Sm4.encrypt(key, plain.getBytes(StandardCharsets.UTF_8)));
        String wrapped = base64(Sm2.wrap(pen.recipient(OPENERS.get(own.other())), key));
        ObjectNode outer = JsonNodeFactory.instance.objectNode().put(member, text).put("encryptKey", wrapped);
        if (!token.isEmpty()) {
            outer.put("accessToken", token);
        }
        outer.put("signature", signed(text + wrapped + token, with));
        return new Packet(path, JSON, StrictJson.write(outer).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public Packet answer(String id, String signType, Said said, Pen with) {
        return sealed("", "response", StrictJson.write(NAMES.answer(id, said)), "", with);
    }

    @Override
    public Packet ask(Operation operation, String id, Instant at, ObjectNode content, Pen with, UnaryOperator<String> retouch) {
        String method = METHODS + Operations.word(operation);
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        inner.putObject("head")
                .put("partnerTxSriNo", id)
                .put("method", method)
                .put("version", "1.0")
                .put("merchantId", MERCHANTS.get(own))
                .put("appID", APPS.get(own))
                .put("accessType", "API")
                .put("reqTime", Leaves.now(HEAD_TIME, at));
        inner.set("body", content);
        String path = (own == Chair.BANK ? GATE : "") + method;
        return sealed(path, "request", retouch.apply(StrictJson.write(inner)), TOKENS.get(own), with);
    }

    @Override
    public Heard hear(Packet packet) throws NotUnderstood {
        ObjectNode outer = StrictJson.read(StrictJson.text(packet.body(), StandardCharsets.UTF_8));
        String response = StrictJson.member(outer, "response");
        String key = StrictJson.member(outer, "encryptKey");
        return NAMES.hear(verifies(response + key, StrictJson.member(outer, "signature")), StrictJson.read(opened(response, key)));
    }

    @Override
    public Heard spoken(ObjectNode tree) throws NotUnderstood {
        return NAMES.hear(true, tree);
    }

    @Override
    public StatusQuestion question(ObjectNode content) throws NotUnderstood {
        Optional<Operation> operation = Operations.ofWord(StrictJson.member(content, "originalMethod"));
        return new StatusQuestion(
                StrictJson.member(content, "originalTxSriNo"),
                operation.orElseThrow(() -> Required.noSuchInterface(Outcome.FIELD, "originalMethod", "")));
    }

    @Override
    public ObjectNode question(String id, Operation operation) {
        return JsonNodeFactory.instance.objectNode().put("originalTxSriNo", id).put("originalMethod", Operations.word(operation));
    }

    @Override
    public boolean done(String code) {
        return code.equals("000000");
    }

    @Override
    public boolean inProcess(String code) {
        return code.equals("000001");
    }
}
