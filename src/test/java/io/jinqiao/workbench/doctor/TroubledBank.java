package io.jinqiao.workbench.doctor;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.LengthPrefix;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.EnvelopeFailure;
import io.jinqiao.signing.Envelopes;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.TlsIdentity;
import io.jinqiao.signing.Verdict;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A bank on a real port with real TLS, that verifies and signs; and that can be out of temper in every way it speaks. */
final class TroubledBank implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final String name;
    private final SigningRoom room;
    private final Dialect open;
    private final Dialect terse;
    private final ServerSocket socket;
    private final Envelopes envelopes = new Envelopes(new SecureRandom());
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();
    final AtomicInteger questions = new AtomicInteger();
    volatile Temper temper = new Temper();

    TroubledBank(String name) throws IOException {
        this.name = name;
        this.room = World.room(name);
        this.open = World.shipped(name, false).mirrored();
        this.terse = World.shipped(name, true).mirrored();
        this.socket = new ServerSocket(0, 50);
        Thread thread = new Thread(this::serve, "bank-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    String name() {
        return name;
    }

    String host() {
        return "localhost";
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Temper now = temper;
                Thread thread = new Thread(() -> converse(connection, now), "bank-call");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket plain, Temper now) {
        try (plain) {
            switch (now.door) {
                case RESETS -> plain.setSoLinger(true, 0);
                case CLOSES -> { }
                case SILENT -> plain.getInputStream().transferTo(OutputStream.nullOutputStream());
                case OTHER_VERSION -> raw(plain, 0x15, 3, 1, 0, 2, 2, 70);
                case OLD_VERSION -> raw(plain, oldHello());
                case PLAIN -> talk(plain, now);
                case OPEN -> {
                    SSLSocket secured = (SSLSocket) context(now).getSocketFactory().createSocket(plain, null, true);
                    secured.setUseClientMode(false);
                    secured.setNeedClientAuth(true);
                    secured.startHandshake();
                    talk(secured, now);
                    secured.close();
                }
            }
        } catch (IOException ended) {
            // the centre went away, or was turned away
        }
    }

    private static void raw(Socket plain, int... bytes) throws IOException {
        plain.getInputStream().read(new byte[4096]);
        for (int b : bytes) {
            plain.getOutputStream().write(b);
        }
        plain.getOutputStream().flush();
    }

    /** A ServerHello of TLS 1.0. */
    private static int[] oldHello() {
        int[] hello = new int[5 + 4 + 38];
        int[] head = {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
        System.arraycopy(head, 0, hello, 0, head.length);
        hello[hello.length - 2] = 0x2f;
        return hello;
    }

    private SSLContext context(Temper now) {
        String alias = now.tlsAlias == null ? name + "-tls-server" : now.tlsAlias;
        return contexts.computeIfAbsent(alias + now.strangeServer + now.trustsStrangersOnly, key -> {
            TlsIdentity shown = (now.strangeServer ? World.strangers(name) : owner(alias)).keys().tls(alias);
            TlsIdentity trusted = (now.trustsStrangersOnly ? World.strangers(name) : room).keys().tls(name + "-tls-server");
            return new TlsIdentity(shown.keyStore(), shown.password(), trusted.trustStore()).context();
        });
    }

    private SigningRoom owner(String alias) {
        return World.BANKS.stream().filter(b -> alias.startsWith(b + "-")).findFirst().map(World::room).orElse(room);
    }

    private boolean frames() {
        return open.descriptor().frame() != null;
    }

    private void talk(Socket connection, Temper now) throws IOException {
        InputStream in = connection.getInputStream();
        WireRequest request = frames() ? frame(in, now) : http(in);
        if (request == null) {
            connection.getOutputStream().write(page(400));
            return;
        }
        questions.incrementAndGet();
        if (now.silent) {
            while (in.read() >= 0) { // until the centre has had enough
            }
            return;
        }
        if (frames()) {
            connection.getOutputStream().write(counted(encoded(answer(request, now).body(), now), now));
        } else if (now.status != 200 || !path(request)) {
            connection.getOutputStream().write(page(now.status == 200 ? 404 : now.status));
        } else {
            WireAnswer answer = answer(request, now);
            byte[] body = encoded(answer.body(), now);
            StringBuilder head = head(200);
            answer.headers().forEach((header, value) -> head.append(header).append(": ")
                    .append(now.charset == null ? value : value.replaceAll("charset=.*", "charset=" + now.charset)).append("\r\n"));
            connection.getOutputStream().write(joined(head.append("Content-Length: ").append(body.length).append("\r\n\r\n"), body));
        }
        connection.getOutputStream().flush();
    }

    private boolean path(WireRequest request) {
        return name.equals("ccb") ? request.path().equals("/") : open.glimpse(request).operation() != null;
    }

    private static StringBuilder head(int status) {
        return new StringBuilder("HTTP/1.1 " + status + " x\r\nDate: " + DATE.format(Instant.now()) + "\r\nConnection: close\r\n");
    }

    private static byte[] page(int status) {
        byte[] page = "<html>".getBytes(StandardCharsets.US_ASCII);
        return joined(head(status).append("Content-Type: text/html\r\nContent-Length: 6\r\n\r\n"), page);
    }

    private static byte[] joined(StringBuilder head, byte[] body) {
        byte[] start = head.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    private LengthPrefix prefix(Temper now) {
        FrameForm agreed = open.descriptor().frame();
        return new LengthPrefix(
                new FrameForm(agreed.flag(), agreed.written(), agreed.width(), now.counts == null ? agreed.counts() : now.counts),
                open.descriptor().charset());
    }

    /** As this bank reads a frame, handed on as the agreement has it. */
    private WireRequest frame(InputStream in, Temper now) throws IOException {
        byte[] header = in.readNBytes(prefix(now).headerLength());
        if (header.length < prefix(now).headerLength()) {
            throw new EOFException("no header");
        }
        long announced = prefix(now).announced(header);
        if (announced == LengthPrefix.NO_HEADER || announced > 1 << 20) {
            return new WireRequest(name, "", Map.of(), header, false, List.of(), null);
        }
        byte[] message = in.readNBytes((int) announced);
        byte[] frame = prefix(new Temper()).bytes(new String(message, open.descriptor().charset()));
        return new WireRequest(name, "", Map.of(), frame, false, List.of(), null);
    }

    private byte[] counted(byte[] frame, Temper now) {
        if (now.counts == null && now.charset == null) {
            return frame;
        }
        int header = prefix(now).headerLength();
        Charset charset = now.charset == null ? open.descriptor().charset() : now.charset;
        FrameForm agreed = open.descriptor().frame();
        LengthPrefix writes = new LengthPrefix(new FrameForm(agreed.flag(), agreed.written(), agreed.width(), now.counts == null ? agreed.counts() : now.counts), charset);
        return writes.bytes(new String(frame, header, frame.length - header, charset));
    }

    private byte[] encoded(byte[] body, Temper now) {
        return now.charset == null ? body : new String(body, open.descriptor().charset()).getBytes(now.charset);
    }

    /** Null for what does not begin like HTTP. */
    private WireRequest http(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no request");
            }
            head.append((char) next);
            if (head.charAt(0) < 'A') {
                return null;
            }
        }
        Map<String, String> headers = new HashMap<>();
        head.toString().lines().skip(1).filter(l -> l.contains(":")).forEach(l ->
                headers.put(l.substring(0, l.indexOf(':')).toLowerCase(Locale.ROOT), l.substring(l.indexOf(':') + 1).strip()));
        String path = head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new WireRequest(name, path, headers, body, false, List.of(), null);
    }

    private WireAnswer answer(WireRequest request, Temper now) {
        Dialect speaks = now.terse ? terse : open;
        MessageId number = new MessageId("B" + System.nanoTime());
        Unsigned answer;
        try {
            if (now.refuses != null && now.refuses.code().startsWith("envelope")) {
                throw new Refusal(now.refuses, "?");
            }
            Framed framed = speaks.open(request);
            verify(request, framed, now);
            Framed opened = opened(speaks, framed, now);
            if (Duration.between(opened.sentAt(), Instant.now()).abs().compareTo(open.descriptor().freshness()) > 0) {
                throw new Refusal(FailureCode.MESSAGE_OUTSIDE_WINDOW, "5m");
            }
            StatusEnquiry enquiry = (StatusEnquiry) speaks.decode(opened);
            if (now.refuses != null) {
                throw new Refusal(now.refuses, "?");
            }
            Reply never = new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
            answer = speaks.answerEnquiry(opened, enquiry.originalOperation(), never, number, Instant.now());
        } catch (Refusal refusal) {
            answer = speaks.refusal(speaks.glimpse(request), refusal.problems(), number, Instant.now());
        }
        return signed(speaks, sealed(speaks, answer, now), now);
    }

    private void verify(WireRequest request, Framed framed, Temper now) {
        Profile agreed = open.descriptor().signing().named(framed.signType());
        SigningProfile profile = now.expects.apply(agreed.profile().mirrored());
        List<String> known = List.of(now.knowsUsAs == null ? agreed.ourKey() : now.knowsUsAs);
        Verdict verdict = room.signing().verify(profile, known, now.verifies.apply(request, framed), framed.signature(), Instant.now());
        if (!verdict.accepted()) {
            throw new Refusal(verdict.problem());
        }
    }

    private Framed opened(Dialect speaks, Framed framed, Temper now) {
        SealingForm form = speaks.sealing();
        if (form == null) {
            return framed;
        }
        try {
            byte[] plain = envelopes.open(now.seals.apply(form.profile()), room.keys().get(form.theirCertificate()), framed.sealed(), NOTHING);
            return speaks.unsealed(framed, plain);
        } catch (EnvelopeFailure e) {
            throw new Refusal(FailureCode.SEAL_UNREADABLE);
        }
    }

    private Unsigned sealed(Dialect speaks, Unsigned answer, Temper now) {
        SealingForm form = speaks.sealing();
        if (form == null) {
            return answer;
        }
        byte[] plain = encoded(answer.toSeal(), now);
        String recipient = now.sealsFor == null ? form.ourKey() : now.sealsFor;
        return speaks.sealedAnswer(answer, envelopes.seal(now.seals.apply(form.profile()), room.certificates().get(recipient), plain, NOTHING));
    }

    private WireAnswer signed(Dialect speaks, Unsigned answer, Temper now) {
        Profile agreed = open.descriptor().signing().named(answer.signType());
        if (now.signsNothing) {
            return speaks.finishAnswer(answer, "");
        }
        byte[] input = encoded(answer.signingInput(), now);
        if (now.signsInOtherOrder) {
            input = (answer.parts().get("encryptKey") + answer.parts().get("response")).getBytes(StandardCharsets.UTF_8);
        }
        SigningProfile profile = now.signsWith.apply(agreed.profile().mirrored());
        String key = now.signingKey == null ? agreed.theirCertificates().get(0) : now.signingKey;
        return speaks.finishAnswer(answer, owner(key).signing().sign(profile, key, now.signs.apply(input)));
    }
}
