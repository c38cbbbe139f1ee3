package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.simulate.RawHttp;
import io.jinqiao.workbench.simulate.RawLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A shipped bank's branch system that shares nothing with the gateway but the words of the centre. */
public final class OwnBranch extends PenBranch {
    private final Wire wire;
    private final Caller caller;
    private final SSLContext tls;
    private final Framing framing;
    private final int port;

    private OwnBranch(Wire wire, SSLContext tls, Framing framing, int port) {
        this.wire = wire;
        this.tls = tls;
        this.framing = framing;
        this.port = port;
        this.caller = framing.goesOn() ? Caller.overTcp(tls, framing, port) : Caller.overHttp(tls, "https://localhost:" + port);
    }

    /**
     * @param port where the gateway lets this bank in
     * @throws IllegalArgumentException for a partner nobody wrote one for
     */
    public static OwnBranch of(String partner, BankKeys keys, int port) {
        Family family = Family.of(partner);
        if (family == null) {
            throw new IllegalArgumentException("no own implementation of '" + partner + "'; known: " + Family.known());
        }
        return new OwnBranch(family.wire().apply(Chair.BANK, keys), keys.tls(partner + "-tls-client"), family.framing(), port);
    }

    /** Whether this bank's own implementation knows the operation. */
    public static boolean speaks(Operation operation) {
        return operation == Operation.STATUS_ENQUIRY || Contents.request(operation) != null;
    }

    @Override
    Pen pen() {
        return wire.pen();
    }

    @Override
    Letter letter(CanonicalMessage message, MessageId id, Instant at, Pen pen, UnaryOperator<String> retouch) {
        Operation operation = message.operation();
        ObjectNode content = message instanceof StatusEnquiry enquiry
                ? wire.question(enquiry.originalMessageId(), enquiry.originalOperation())
                : new Page(wire.manner(), false).write(Objects.requireNonNull(Contents.request(operation), operation.id()), message.content());
        Packet packet = wire.ask(operation, id.value(), at, content, pen, retouch);
        return letter(message, id, packet);
    }

    @Override
    public Answer send(Letter letter) throws IOException, InterruptedException {
        try {
            return read(letter, caller.call(packet(letter)));
        } catch (NotUnderstood unreadable) {
            throw new IOException("no answer of the centre that can be read", unreadable);
        }
    }

    @Override
    public RawLine line() throws IOException {
        return framing.goesOn()
                ? new RawLine(tls.getSocketFactory().createSocket("localhost", port), letter -> framing.bytes(packet(letter)), this::heard)
                : new RawLine(tls.getSocketFactory().createSocket("localhost", port), RawHttp::bytes, this::heardByHttp);
    }

    private static Packet packet(Letter letter) {
        return new Packet(letter.path(), String.valueOf(letter.headers().get("Content-Type")), letter.body());
    }

    private Answer heard(Letter letter, InputStream in) throws IOException {
        try {
            Packet answer = framing.read(in);
            if (answer == null) {
                throw new EOFException("the centre hung up");
            }
            return read(letter, answer);
        } catch (NotUnderstood unreadable) {
            return unreadable(200, new byte[0]);
        }
    }

    private Answer heardByHttp(Letter letter, InputStream in) throws IOException {
        RawHttp.Heard heard = RawHttp.read(in);
        try {
            return heard.status() == 200
                    ? read(letter, new Packet("", heard.headers().getOrDefault("content-type", ""), heard.body()))
                    : unreadable(heard.status(), heard.body());
        } catch (NotUnderstood unreadable) {
            return unreadable(heard.status(), heard.body());
        }
    }

    private static Answer unreadable(int status, byte[] body) {
        return new Answer(status, body, false, new Reply.Unknown(Reply.Cause.UNREADABLE, "" + status, null));
    }

    Answer read(Letter letter, Packet answer) throws NotUnderstood {
        Wire.Heard heard = wire.hear(answer);
        Reply reply = letter.operation() == Operation.STATUS_ENQUIRY && wire.done(heard.code())
                ? became(letter.id(), heard)
                : reply(letter.operation(), heard, heard.id().equals(letter.id().value()));
        return new Answer(200, answer.body(), heard.verified(), reply);
    }

    /** What an earlier message of ours came to. */
    private Reply became(MessageId enquiry, Wire.Heard heard) {
        Operation original = original(enquiry);
        return switch (heard.status()) {
            case "3" -> new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
            case "1" -> heard.original() == null || original == null
                    ? new Reply.Unknown(Reply.Cause.UNREADABLE, "an original without its answer", null)
                    : reply(original, heard.original(), true);
            default -> new Reply.Unknown(Reply.Cause.IN_PROCESS, heard.status(), null);
        };
    }

    private Reply reply(Operation operation, Wire.Heard heard, boolean ofThisMessage) {
        if (wire.inProcess(heard.code())) {
            return new Reply.Unknown(Reply.Cause.IN_PROCESS, heard.code(), null);
        }
        if (!wire.done(heard.code())) {
            return new Reply.Rejected(problems(heard));
        }
        List<Item> items = Contents.reply(operation);
        List<Complaint> complaints = new ArrayList<>();
        Content.Group content = items == null ? Content.Group.EMPTY : new Page(wire.manner(), true).read(items, heard.content(), complaints);
        if (!ofThisMessage || !complaints.isEmpty()) {
            return new Reply.Unknown(Reply.Cause.UNREADABLE, heard.id() + " " + complaints, null);
        }
        return new Reply.Accepted(content);
    }

    private static List<Problem> problems(Wire.Heard heard) {
        List<Problem> problems = heard.errors().stream()
                .map(e -> new Problem(
                        FailureCode.find(e.code()).orElse(FailureCode.PARTNER_REFUSED), absent(e.ours()), absent(e.theirs()), List.of()))
                .toList();
        return problems.isEmpty() ? List.of(Problem.of(FailureCode.PARTNER_REFUSED, heard.code())) : problems;
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
