package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Operation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A document whose signature covers its bytes as they stand, without the text of the signature itself. */
abstract class XmlWire implements Wire {
    private final Chair own;
    private final Pen pen;
    private final Charset charset;
    private final XmlNames around;
    private final Names names;

    /** @param around what stands around the contents */
    XmlWire(Chair own, Pen pen, Charset charset, XmlNames around, Names names) {
        this.own = own;
        this.pen = pen;
        this.charset = charset;
        this.around = around;
        this.names = names;
    }

    /** The document inside what is on the line. */
    abstract byte[] document(Packet packet) throws NotUnderstood;

    abstract Packet request(byte[] document);

    abstract Packet reply(byte[] document);

    /** Everything of a request in its order, the signature still empty. */
    abstract ObjectNode head(String code, String id, Instant at, ObjectNode content, Chair speaker);

    /** Checks what stands around the content, and when it was written. */
    abstract void requireHead(ObjectNode tree, String id, Chair speaker) throws NotUnderstood;

    @Override
    public Pen pen() {
        return pen;
    }

    @Override
    public Asked open(Packet packet) throws NotUnderstood {
        byte[] document = document(packet);
        ObjectNode tree = StrictXml.read(text(document), around.root());
        String id = StrictJson.member(tree, names.id());
        String signType = around.signType().isEmpty() ? "" : StrictJson.member(tree, around.signType());
        Required.signature(verifies(signType, unsigned(document), StrictJson.member(tree, around.signature())), around.signature(), id);
        Operation operation = operation(StrictJson.member(tree, around.code()), id);
        requireHead(tree, id, own.other());
        ObjectNode content = tree.get(names.content()) instanceof ObjectNode group ? group : tree.objectNode();
        return new Asked(operation, "", id, signType, "", content);
    }

    private String text(byte[] document) throws NotUnderstood {
        String text = StrictJson.text(document, charset);
        requireDeclaration(text.startsWith("<?xml") ? text.substring(0, text.indexOf("?>") + 2) : "");
        return text;
    }

    /** @param declaration empty when there is none */
    abstract void requireDeclaration(String declaration) throws NotUnderstood;

    private boolean verifies(String signType, byte[] input, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return signType.equals("RSA2") ? pen.rsaVerifies(input, bytes) : pen.sm2Verifies(input, bytes);
    }

    private Operation operation(String code, String id) throws NotUnderstood {
        Optional<Operation> found = code.startsWith(around.transactions()) ? Operations.ofNumber(code.substring(around.transactions().length())) : Optional.empty();
        return found.orElseThrow(() -> Required.noSuchInterface(Outcome.ENVELOPE, around.code(), id));
    }

    /** No byte of GBK or GB18030 that belongs to a Chinese character can be the sign {@code <}. */
    private byte[] unsigned(byte[] document) {
        String bytes = new String(document, StandardCharsets.ISO_8859_1);
        int from = bytes.indexOf("<" + around.signature() + ">") + around.signature().length() + 2;
        int to = bytes.indexOf("</" + around.signature() + ">");
        return (bytes.substring(0, from) + bytes.substring(Math.max(from, to))).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] signed(String text, String signType, Pen with) {
        byte[] document = text.getBytes(charset);
        byte[] signature = signType.equals("RSA2") ? with.rsa(unsigned(document)) : with.sm2(unsigned(document));
        String tag = "<" + around.signature() + ">";
        return text.replace(tag, tag + Base64.getEncoder().encodeToString(signature)).getBytes(charset);
    }

    @Override
    public Packet ask(Operation operation, String id, Instant at, ObjectNode content, Pen with, UnaryOperator<String> retouch) {
        ObjectNode tree = head(around.transactions() + Operations.number(operation), id, at, content, own);
        return request(signed(retouch.apply(around.declaration() + StrictXml.write(around.root(), tree, charset)), "", with));
    }

    @Override
    public Packet answer(String id, String signType, Said said, Pen with) {
        ObjectNode tree = names.answer(id, said);
        String type = signType.equals("RSA2") ? signType : "SM2";
        if (!around.signType().isEmpty()) {
            tree.put(around.signType(), type);
        }
        tree.put(around.signature(), "");
        return reply(signed(around.declaration() + StrictXml.write(around.root(), tree, charset), type, with));
    }

    @Override
    public Heard hear(Packet packet) throws NotUnderstood {
        ObjectNode tree = StrictXml.read(text(packet.body()), around.root());
        String signType = around.signType().isEmpty() ? "" : StrictJson.member(tree, around.signType());
        return names.hear(verifies(signType, unsigned(packet.body()), StrictJson.member(tree, around.signature())), tree);
    }

    @Override
    public Heard spoken(ObjectNode tree) throws NotUnderstood {
        return names.hear(true, tree);
    }

    @Override
    public StatusQuestion question(ObjectNode content) throws NotUnderstood {
        return new StatusQuestion(StrictJson.member(content, around.originalId()), operation(StrictJson.member(content, around.originalCode()), ""));
    }

    @Override
    public ObjectNode question(String id, Operation operation) {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put(around.originalId(), id)
                .put(around.originalCode(), around.transactions() + Operations.number(operation));
    }

    @Override
    public boolean done(String code) {
        return code.equals(names.codes().get(Outcome.DONE.ordinal()));
    }

    @Override
    public boolean inProcess(String code) {
        return code.equals(names.codes().get(Outcome.IN_PROCESS.ordinal()));
    }
}
