package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The registry's envelope, from its clauses: content under SM4, its key under SM2 as C1C3C2, SM2 over content, key and token. The path is the request
 * code, and the head inside repeats it.
 */
final class RegistryWire {
    static final String DONE = "00";
    static final String WRONG = "01";
    static final String NOTHING_FOUND = "04";
    static final String IN_PROCESS = "05";
    static final String SERIAL_USED = "06";
    static final String BAD_SIGNATURE = "08";
    static final String REFUSED = "09";
    static final String WRONG_FILE = "12";
    static final String SESSION_OVER = "42";
    static final String OPENS_A_SESSION = "1000";
    static final String TIME = "yyyy-MM-dd HH:mm:ss";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String GATE = "/partners/registry/";
    private static final String REGISTRY = "12371300MB2H1K085U";
    private static final String CENTRE = "12371300MB2F7Q3140";
    private static final String USER = "1234567812345678";
    private static final int C1 = 65;
    private static final int C3 = 32;

    private final Pen pen;

    RegistryWire(BankKeys keys) {
        this.pen = new Pen(keys, "registry-sm2-sign", "centre-sm2-sign", USER, USER, "", "", false);
    }

    Pen pen() {
        return pen;
    }

    /** @param token null when it carried none */
    record Asked(String code, String seq, @Nullable String token, ObjectNode data) {}

    /** @param data empty for a refusal */
    record Heard(boolean verified, String code, String seq, ObjectNode data) {}

    Asked open(Packet packet) throws NotUnderstood {
        ObjectNode outer = StrictJson.read(StrictJson.text(packet.body(), StandardCharsets.UTF_8));
        Required.noOtherThan(outer, "data", "key", "token", "sign");
        String token = outer.has("token") ? StrictJson.member(outer, "token") : null;
        ObjectNode inner = opened(outer, token == null ? "" : token);
        Required.noOtherThan(inner, "head", "data");
        ObjectNode head = part(inner, "head");
        Required.noOtherThan(head, "requestseq", "requestcode", "requesttime", "version", "jgdm");
        String seq = StrictJson.member(head, "requestseq");
        Required.equal(head, "version", "1.0", seq);
        Required.equal(head, "jgdm", CENTRE, seq);
        Required.fresh(StrictJson.member(head, "requesttime"), TIME, "requesttime", seq);
        String code = StrictJson.member(head, "requestcode");
        if (!packet.path().equals("/" + code)) {
            throw new NotUnderstood(Outcome.ENVELOPE, seq, "requestcode", "与路径不符 / not the path's");
        }
        return new Asked(code, seq, token, part(inner, "data"));
    }

    private ObjectNode opened(ObjectNode outer, String token) throws NotUnderstood {
        String text = StrictJson.member(outer, "data");
        String key = StrictJson.member(outer, "key");
        byte[] signature = bytes(StrictJson.member(outer, "sign"), "sign");
        Required.signature(pen.sm2Verifies((text + key + token).getBytes(StandardCharsets.UTF_8), signature), "sign", "");
        try {
            byte[] sm4 = Sm2.unwrap(pen.opener("registry-sm2-envelope"), checkLast(bytes(key, "key")));
            return StrictJson.read(StrictJson.text(Sm4.decrypt(sm4, bytes(text, "data")), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", "key", "数字信封打不开 / the envelope does not open: " + e.getMessage());
        }
    }

    private static byte[] bytes(String text, String name) throws NotUnderstood {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", name, "不是 Base64 / no Base64");
        }
    }

    private static ObjectNode part(ObjectNode inner, String name) throws NotUnderstood {
        if (inner.get(name) instanceof ObjectNode part) {
            return part;
        }
        throw new NotUnderstood(Outcome.ENVELOPE, "", name, "必填 / missing");
    }

    Packet answer(String seq, String code, String msg, @Nullable ObjectNode data, Pen with) {
        ObjectNode inner = JsonNodeFactory.instance.objectNode().put("code", code).put("msg", msg);
        if (!seq.isEmpty()) {
            inner.put("requestseq", seq);
        }
        if (data != null) {
            inner.setAll(data);
        }
        return sealed("", StrictJson.write(inner), null, with);
    }

    /** A call-back. @param token null for the one that opens a session */
    Packet ask(String code, String seq, @Nullable String token, Instant at, ObjectNode data) {
        return ask(code, seq, token, at, data, pen, text -> text);
    }

    /** @param retouch what is done to the text before it is sealed */
    Packet ask(String code, String seq, @Nullable String token, Instant at, ObjectNode data, Pen with, UnaryOperator<String> retouch) {
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        inner.putObject("head")
                .put("requestseq", seq)
                .put("requestcode", code)
                .put("version", "1.0")
                .put("jgdm", REGISTRY)
                .put("requesttime", Leaves.now(TIME, at));
        inner.set("data", data);
        return sealed(GATE + code, retouch.apply(StrictJson.write(inner)), token, with);
    }

    private Packet sealed(String path, String plain, @Nullable String token, Pen with) {
        byte[] key = Sm4.freshKey();
        String text = base64(Sm4.encrypt(key, plain.getBytes(StandardCharsets.UTF_8)));
        String wrapped = base64(checkFirst(Sm2.wrap(pen.recipient("centre-sm2-envelope"), key)));
        ObjectNode outer = JsonNodeFactory.instance.objectNode().put("data", text).put("key", wrapped);
        if (token != null) {
            outer.put("token", token);
        }
        byte[] signed = (text + wrapped + (token == null ? "" : token)).getBytes(StandardCharsets.UTF_8);
        outer.put("sign", base64(with.sm2(signed)));
        return new Packet(path, JSON, StrictJson.write(outer).getBytes(StandardCharsets.UTF_8));
    }

    /** Everything inside an answer whose signature holds. */
    ObjectNode said(Packet packet) throws NotUnderstood {
        return opened(StrictJson.read(StrictJson.text(packet.body(), StandardCharsets.UTF_8)), "");
    }

    Heard hear(Packet packet) throws NotUnderstood {
        ObjectNode inner = said(packet);
        ObjectNode data = inner.get("data") instanceof ObjectNode given ? given : JsonNodeFactory.instance.objectNode();
        return new Heard(true, StrictJson.member(inner, "code"), inner.path("requestseq").asText(), data);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** From C1C2C3 to C1C3C2. */
    private static byte[] checkFirst(byte[] wrapped) {
        byte[] other = wrapped.clone();
        int text = wrapped.length - C1 - C3;
        System.arraycopy(wrapped, C1 + text, other, C1, C3);
        System.arraycopy(wrapped, C1, other, C1 + C3, text);
        return other;
    }

    private static byte[] checkLast(byte[] wrapped) {
        if (wrapped.length <= C1 + C3) {
            throw new IllegalArgumentException("too short");
        }
        byte[] other = wrapped.clone();
        int text = wrapped.length - C1 - C3;
        System.arraycopy(wrapped, C1 + C3, other, C1, text);
        System.arraycopy(wrapped, C1, other, C1 + text, C3);
        return other;
    }
}
