package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.SessionOpening;
import io.jinqiao.workbench.simulate.RawHttp;
import io.jinqiao.workbench.simulate.RawLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The registry as the gateway's caller, with code of its own: opens a session by itself and tells notices in it. */
public final class RegistryBranch extends PenBranch {
    private static final String CALLER = "BDC-XUGOU";

    private final RegistryWire wire;
    private final SSLContext tls;
    private final int port;
    private @Nullable String token;

    /** @param port where the gateway lets it in */
    public RegistryBranch(BankKeys keys, int port) {
        this.wire = new RegistryWire(keys);
        this.tls = keys.tls("registry-tls-client");
        this.port = port;
    }

    /** What a registry and the centre say to one another. */
    public static boolean speaks(Operation operation) {
        return RegistryNotices.CODES.containsKey(operation) || RegistryDesk.CODES.containsValue(operation);
    }

    @Override
    Pen pen() {
        return wire.pen();
    }

    @Override
    Letter letter(CanonicalMessage message, MessageId id, Instant at, Pen by, UnaryOperator<String> retouch) {
        String code = String.valueOf(RegistryNotices.CODES.get(message.operation()));
        String session = message instanceof SessionOpening ? null : session();
        Packet packet = wire.ask(code, id.value(), session, at, RegistryNotices.of(message), by, retouch);
        return letter(message, id, packet);
    }

    private synchronized String session() {
        if (token == null) {
            try {
                Answer opened = send(write(new SessionOpening(CALLER), new MessageId("REGISTRY" + System.nanoTime()), Instant.now()));
                token = opened.reply() instanceof Reply.Accepted accepted ? accepted.content().text("token") : null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (token == null) {
            throw new IllegalStateException("the centre opens no session");
        }
        return token;
    }

    @Override
    public Answer send(Letter letter) throws IOException {
        try (RawLine line = line()) {
            line.say(line.bytes(letter));
            return line.hear(letter);
        }
    }

    @Override
    public RawLine line() throws IOException {
        return new RawLine(tls.getSocketFactory().createSocket("localhost", port), RawHttp::bytes, this::heard);
    }

    private Answer heard(Letter letter, InputStream in) throws IOException {
        RawHttp.Heard heard = RawHttp.read(in);
        try {
            ObjectNode said = wire.said(new Packet("", heard.headers().getOrDefault("content-type", ""), heard.body()));
            boolean mine = said.path("requestseq").asText().equals(letter.id().value());
            return new Answer(heard.status(), heard.body(), true, reply(letter, said, mine));
        } catch (NotUnderstood unreadable) {
            return new Answer(heard.status(), heard.body(), false, new Reply.Unknown(Reply.Cause.UNREADABLE, "" + heard.status(), null));
        }
    }

    private Reply reply(Letter letter, ObjectNode said, boolean mine) {
        boolean enquiry = letter.operation() == Operation.STATUS_ENQUIRY && said.path("code").asText().equals(RegistryWire.DONE);
        return enquiry ? became(original(letter.id()), said) : reply(letter.operation(), said, mine);
    }

    private static Reply became(@Nullable Operation original, ObjectNode said) {
        return switch (said.path("ystatus").asText()) {
            case "3" -> new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
            case "1" -> original == null ? unreadable("an original nobody asked about") : reply(original, said.path("yresponse"), true);
            default -> new Reply.Unknown(Reply.Cause.IN_PROCESS, said.path("ystatus").asText(), null);
        };
    }

    private static Reply reply(Operation operation, JsonNode said, boolean mine) {
        String code = said.path("code").asText();
        if (code.equals(RegistryWire.IN_PROCESS)) {
            return new Reply.Unknown(Reply.Cause.IN_PROCESS, code, null);
        }
        if (!code.equals(RegistryWire.DONE)) {
            return new Reply.Rejected(problems(said, code));
        }
        return mine ? new Reply.Accepted(content(operation, said.path("data"))) : unreadable("another number");
    }

    private static Content.Group content(Operation operation, JsonNode data) {
        return operation == Operation.SESSION_OPENING
                ? Content.group().put("token", data.path("token").asText()).put("expiresAt", time(data.path("yxqz").asText())).build()
                : Content.group().put("receiptNo", data.path("hzbh").asText(null)).put("receivedAt", time(data.path("jssj").asText())).build();
    }

    private static @Nullable Instant time(String written) {
        return written.isEmpty() ? null : LocalDateTime.parse(written, DateTimeFormatter.ofPattern(RegistryWire.TIME)).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static List<Problem> problems(JsonNode said, String code) {
        List<Problem> problems = new ArrayList<>();
        said.path("errlist").forEach(error -> problems.add(new Problem(
                FailureCode.find(error.path("errcode").asText()).orElse(FailureCode.PARTNER_REFUSED),
                error.path("centrefield").asText(null),
                error.path("field").asText(null),
                List.of())));
        return problems.isEmpty() ? List.of(Problem.of(FailureCode.PARTNER_REFUSED, code)) : problems;
    }

    private static Reply unreadable(String why) {
        return new Reply.Unknown(Reply.Cause.UNREADABLE, why, null);
    }
}
