package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.simulate.RawHttp;
import io.jinqiao.workbench.simulate.RawLine;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The registry as the gateway's caller, by SOAP: tells results. The number of a message is that of its notice: the form has one for both. */
public final class NationalBranch extends PenBranch {
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/xml; charset=UTF-8", "SOAPAction", "\"urn:jinqiao:registration:submit\"");

    private final NationalWire wire;
    private final NationalForms forms;
    private final SSLContext tls;
    private final String path;
    private final int port;

    /**
     * @param partner whose gate it knocks at: the folder of the form, or a copy of it
     * @param secured whether envelopes are signed by WS-Security
     * @param port where the gateway lets it in
     */
    public NationalBranch(BankKeys keys, String partner, boolean revised, boolean secured, int port) {
        this.wire = new NationalWire(keys, secured);
        this.forms = new NationalForms(revised);
        this.tls = keys.tls(NationalWire.PARTNER + "-tls-client");
        this.path = "/services/" + partner;
        this.port = port;
    }

    /** What the form has words for. */
    public static boolean speaks(Operation operation) {
        return operation == Operation.REGISTRATION_ENTRY || operation == Operation.REGISTRATION_APPLICATION;
    }

    @Override
    Pen pen() {
        return wire.pen();
    }

    @Override
    Letter letter(CanonicalMessage message, MessageId id, Instant at, Pen by, UnaryOperator<String> retouch) {
        RegistrationEntry entry = (RegistrationEntry) message;
        return letter(new MessageId(entry.noticeNo()), wire.message(forms.result(entry, at), true, by, retouch));
    }

    Letter letter(MessageId id, byte[] body) {
        return new Letter(Operation.REGISTRATION_ENTRY, id, path, HEADERS, body);
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
        Socket socket = tls.getSocketFactory().createSocket("localhost", port);
        return new RawLine(socket, RawHttp::bytes, this::heard);
    }

    private Answer heard(Letter letter, InputStream in) throws IOException {
        RawHttp.Heard heard = RawHttp.read(in);
        try {
            NationalWire.Heard said = wire.hear(heard.body(), true);
            return new Answer(heard.status(), heard.body(), said.verified(), reply(letter, said));
        } catch (NotUnderstood unreadable) {
            return new Answer(heard.status(), heard.body(), false, new Reply.Unknown(Reply.Cause.UNREADABLE, "" + heard.status(), null));
        }
    }

    private static Reply reply(Letter letter, NationalWire.Heard said) {
        return switch (said.flag()) {
            case NationalWire.DONE -> said.id().equals(letter.id().value())
                    ? new Reply.Accepted(io.jinqiao.message.Content.Group.EMPTY)
                    : new Reply.Unknown(Reply.Cause.UNREADABLE, "another number", null);
            case NationalWire.IN_PROCESS -> new Reply.Unknown(Reply.Cause.IN_PROCESS, said.flag(), null);
            default -> new Reply.Rejected(said.problems().isEmpty() ? List.of(Problem.of(FailureCode.PARTNER_REFUSED, said.flag())) : problems(said));
        };
    }

    private static List<Problem> problems(NationalWire.Heard said) {
        return said.problems().stream()
                .map(told -> new Problem(FailureCode.find(told.get(0)).orElse(FailureCode.PARTNER_REFUSED), absent(told.get(1)), absent(told.get(2)), List.of()))
                .toList();
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
