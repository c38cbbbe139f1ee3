package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Parameters with {@code biz_content} and a signature over path and sorted parameters; answers inside {@code response_biz_content}. */
final class IcbcWire implements Wire {
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String TIME = "yyyy-MM-dd HH:mm:ss";
    private static final String API = "/api/housingfund/";
    private static final String VERSION = "/V1";
    private static final String GATE = "/partners/icbc";
    private static final String ANSWER = "response_biz_content";
    private static final Map<Chair, String> APP_IDS = Map.of(Chair.BANK, "10000000000004095501", Chair.CENTRE, "10000000000000203001");
    private static final Manner MANNER =
            new Manner(Spelling.SNAKE, "list", true, "yyyy-MM-dd", TIME, TIME, "1", "0", false, AgreedCodes.ALL);
    private static final Names NAMES = new Names(
            Spelling.SNAKE,
            "return_code",
            "return_msg",
            "msg_id",
            "",
            "error_list",
            "error",
            "original_status",
            "original_response",
            List.of("0", "1", "-10001", "-10002", "-10003", "-20001", "-20003", "-99999"));

    private final Chair own;
    private final Pen pen;

    IcbcWire(Chair own, BankKeys keys) {
        this.own = own;
        String bank = "icbc-open-api";
        String centre = "1234567812345678";
        this.pen = own == Chair.BANK
                ? new Pen(keys, "icbc-sm2-sign", "centre-sm2-sign", bank, centre, "icbc-rsa-sign", "centre-rsa-sign", false)
                : new Pen(keys, "centre-sm2-sign", "icbc-sm2-sign", centre, bank, "centre-rsa-sign", "icbc-rsa-sign", false);
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
        ObjectNode parameters = StrictJson.read(StrictJson.text(packet.body(), StandardCharsets.UTF_8));
        String id = parameters.path("msg_id").asText();
        Required.equal(parameters, "app_id", APP_IDS.get(own.other()), id);
        Required.equal(parameters, "format", "json", id);
        Required.equal(parameters, "charset", "UTF-8", id);
        String signType = StrictJson.member(parameters, "sign_type");
        Required.signature(verifies(signType, input(packet.path(), parameters), StrictJson.member(parameters, "sign")), "sign", id);
        Required.fresh(StrictJson.member(parameters, "timestamp"), TIME, "timestamp", id);
        ObjectNode content = StrictJson.read(StrictJson.member(parameters, "biz_content"));
        return new Asked(
                operation(packet.path(), id), packet.path().substring(gate().length()), id, signType, StrictJson.write(parameters), content);
    }

    private String gate() {
        return own == Chair.CENTRE ? GATE : "";
    }

    private Operation operation(String path, String id) throws NotUnderstood {
        String before = gate() + API;
        if (path.startsWith(before) && path.endsWith(VERSION)) {
            var found = Operations.ofWord(path.substring(before.length(), path.length() - VERSION.length()));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw Required.noSuchInterface(Outcome.ENVELOPE, "", id);
    }

    /** The path, then every parameter but the signature in the order of their names. */
    private static byte[] input(String path, ObjectNode parameters) {
        Map<String, String> sorted = new TreeMap<>();
        parameters.fields().forEachRemaining(p -> sorted.put(p.getKey(), p.getValue().asText()));
        sorted.remove("sign");
        StringBuilder input = new StringBuilder(path);
        sorted.forEach((name, value) ->
                input.append(input.length() == path.length() ? '?' : '&').append(name).append('=').append(value));
        return input.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean verifies(String signType, byte[] input, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return switch (signType) {
            case "SM2" -> pen.sm2Verifies(input, bytes);
            case "RSA2" -> pen.rsaVerifies(input, bytes);
            default -> false;
        };
    }

    private static String signed(String signType, byte[] input, Pen pen) {
        return Base64.getEncoder().encodeToString(signType.equals("RSA2") ? pen.rsa(input) : pen.sm2(input));
    }

    @Override
    public Packet answer(String id, String signType, Said said, Pen with) {
        String content = StrictJson.write(NAMES.answer(id, said));
        String type = signType.equals("RSA2") ? signType : "SM2";
        String sign = signed(type, content.getBytes(StandardCharsets.UTF_8), with);
        String body = "{\"" + ANSWER + "\":" + content + ",\"sign_type\":\"" + type + "\",\"sign\":\"" + sign + "\"}";
        return new Packet("", JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Packet ask(Operation operation, String id, Instant at, ObjectNode content, Pen with, UnaryOperator<String> retouch) {
        String path = (own == Chair.BANK ? GATE : "") + API + Operations.word(operation) + VERSION;
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("app_id", APP_IDS.get(own));
        parameters.put("msg_id", id);
        parameters.put("format", "json");
        parameters.put("charset", "UTF-8");
        parameters.put("sign_type", "SM2");
        parameters.put("timestamp", Leaves.now(TIME, at));
        parameters.put("biz_content", retouch.apply(StrictJson.write(content)));
        parameters.put("sign", signed("SM2", input(path, parameters), with));
        return new Packet(path, JSON, StrictJson.write(parameters).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Heard hear(Packet packet) throws NotUnderstood {
        String body = StrictJson.text(packet.body(), StandardCharsets.UTF_8);
        ObjectNode outer = StrictJson.read(body);
        if (!(outer.get(ANSWER) instanceof ObjectNode content)) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", ANSWER, "应答缺少内容 / the answer has no content");
        }
        byte[] input = braces(body).getBytes(StandardCharsets.UTF_8);
        boolean verified = verifies(StrictJson.member(outer, "sign_type"), input, StrictJson.member(outer, "sign"));
        return NAMES.hear(verified, content);
    }

    @Override
    public Heard spoken(ObjectNode tree) throws NotUnderstood {
        return NAMES.hear(true, tree);
    }

    /** The content exactly as it stands, from brace to brace. */
    private static String braces(String body) {
        int start = body.indexOf('{', body.indexOf("\"" + ANSWER + "\"") + ANSWER.length() + 2);
        boolean quoted = false;
        int depth = 0;
        for (int i = start; i < body.length(); i++) {
            char c = body.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}' && --depth == 0) {
                return body.substring(start, i + 1);
            }
        }
        return "";
    }

    @Override
    public StatusQuestion question(ObjectNode content) throws NotUnderstood {
        String word = StrictJson.member(content, "original_api");
        return new StatusQuestion(
                StrictJson.member(content, "original_msg_id"),
                Operations.ofWord(word).orElseThrow(() -> Required.noSuchInterface(Outcome.FIELD, "original_api", "")));
    }

    @Override
    public ObjectNode question(String id, Operation operation) {
        return JsonNodeFactory.instance.objectNode().put("original_msg_id", id).put("original_api", Operations.word(operation));
    }

    @Override
    public boolean done(String code) {
        return code.equals("0");
    }

    @Override
    public boolean inProcess(String code) {
        return code.equals("1");
    }
}
