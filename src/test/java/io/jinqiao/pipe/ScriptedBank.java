package io.jinqiao.pipe;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.OwnSocket;
import io.jinqiao.workbench.simulate.Reception;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bank's receiving end on a plain TLS socket, so that it can misbehave below HTTP too. */
final class ScriptedBank {
    /** What it does with a message; enquiries are always answered truthfully. */
    enum Script {
        TAKE,
        REFUSE,
        /** Cannot take it just now, and says so. */
        BUSY,
        IN_PROCESS,
        TAKE_THEN_SILENT,
        SILENT,
        TAKE_THEN_LATE,
        TWICE,
        GARBAGE,
        BAD_SIGNATURE,
        ERROR_PAGE,
        REDIRECT,
        ENDLESS,
        CUT,
        CUT_IN_A_CHUNK,
        STALLS
    }

    private final SigningRoom keys;
    private final String tlsAlias;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    /** Message numbers of everything that arrived, enquiries included, in order. */
    final List<String> arrived = new CopyOnWriteArrayList<>();

    private final int port;
    private volatile Dialect bank;
    private volatile Script script = Script.TAKE;
    private volatile Reception reception;

    ScriptedBank(SigningRoom keys, String tlsAlias) {
        this(keys, tlsAlias, DevelopmentHouse.freePort());
    }

    ScriptedBank(SigningRoom keys, String tlsAlias, int at) {
        this.keys = keys;
        this.tlsAlias = tlsAlias;
        this.reception = listen(at);
        this.port = reception.port();
    }

    int port() {
        return port;
    }

    void speaks(Dialect centre) {
        bank = centre.mirrored();
    }

    void follows(Script next) {
        script = next;
    }

    boolean took(String id) {
        return taken.contains(id);
    }

    void shut() {
        reception.close();
    }

    void open() {
        reception = listen(port);
    }

    private Reception listen(int at) {
        return Reception.open(OwnSocket.bound(keys.keys().tls(tlsAlias).context(), at), "scripted-bank", this::converse);
    }

    private void converse(Socket caller) throws IOException {
        try {
            WireRequest request = read(caller.getInputStream());
            Framed framed = bank.open(request);
            arrived.add(framed.id().value());
            OutputStream out = caller.getOutputStream();
            if (bank.decode(framed) instanceof StatusEnquiry enquiry) {
                out.write(http(enquiryAnswer(framed, enquiry)));
            } else {
                answer(framed, out);
            }
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Framed framed, OutputStream out) throws IOException, InterruptedException {
        Script now = script;
        if (now != Script.SILENT && now != Script.REFUSE && now != Script.BUSY && now != Script.ERROR_PAGE) {
            taken.add(framed.id().value());
        }
        WireAnswer good = sign(bank.answer(framed, reply(now), framed.id(), Instant.now()), false);
        switch (now) {
            case TAKE, REFUSE, BUSY, IN_PROCESS -> out.write(http(good));
            case TWICE -> {
                out.write(http(good));
                out.write(http(good));
            }
            case BAD_SIGNATURE -> out.write(http(sign(bank.answer(framed, reply(now), framed.id(), Instant.now()), true)));
            case GARBAGE -> out.write(http(new WireAnswer(200, Map.of(), "<!doctype html>".getBytes(StandardCharsets.UTF_8))));
            case ERROR_PAGE -> out.write(http(new WireAnswer(502, Map.of(), "Bad Gateway".getBytes(StandardCharsets.UTF_8))));
            case REDIRECT -> out.write("HTTP/1.1 307 x\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            case ENDLESS -> endless(out);
            case CUT -> out.write(half(http(good), good));
            case CUT_IN_A_CHUNK -> out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"half\":"
                    .getBytes(StandardCharsets.US_ASCII));
            case STALLS -> {
                out.write(half(http(good), good));
                out.flush();
                new java.util.concurrent.CountDownLatch(1).await(4, java.util.concurrent.TimeUnit.SECONDS);
            }
            case TAKE_THEN_LATE -> new java.util.concurrent.CountDownLatch(1).await(4, java.util.concurrent.TimeUnit.SECONDS);
            default -> { }
        }
    }

    private static byte[] half(byte[] answer, WireAnswer whole) {
        return java.util.Arrays.copyOf(answer, answer.length - whole.body().length / 2);
    }

    private static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] block = new byte[65536];
        for (int i = 0; i < 4096; i++) {
            out.write(block);
        }
    }

    private static Reply reply(Script script) {
        return switch (script) {
            case REFUSE -> new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "test")));
            case BUSY -> new Reply.Rejected(List.of(Problem.of(FailureCode.BUSY)));
            case IN_PROCESS -> new Reply.Unknown(Reply.Cause.IN_PROCESS, "test", null);
            default -> new Reply.Accepted(receipt());
        };
    }

    private static Content.Group receipt() {
        return Content.group().put("receiptNo", "R1").build();
    }

    private WireAnswer enquiryAnswer(Framed framed, StatusEnquiry enquiry) {
        Reply became = taken.contains(enquiry.originalMessageId())
                ? new Reply.Accepted(receipt())
                : new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
        return sign(
                bank.answerEnquiry(framed, enquiry.originalOperation(), became, framed.id(), Instant.now()), false);
    }

    private WireAnswer sign(Unsigned answer, boolean badly) {
        SigningProfile profile = bank.descriptor().signing().named(answer.signType()).profile().mirrored();
        byte[] input = badly ? "something else".getBytes(StandardCharsets.UTF_8) : answer.signingInput();
        return bank.finishAnswer(answer, keys.signing().sign(profile, TestBank.KEY, input));
    }

    private static byte[] http(WireAnswer answer) {
        byte[] head = ("HTTP/1.1 " + answer.status() + " x\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: "
                        + answer.body().length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + answer.body().length);
        System.arraycopy(answer.body(), 0, all, head.length, answer.body().length);
        return all;
    }

    private static WireRequest read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        String path = head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
        String length = head.toString().replaceAll("(?si).*content-length: (\\d+).*", "$1");
        byte[] body = in.readNBytes(Integer.parseInt(length));
        return new WireRequest(
                "icbc", path, Map.of("content-type", "application/json; charset=UTF-8"), body, false, List.of(), null);
    }
}
