package io.jinqiao.pipe;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bank as the gateway's client: writes letters, signed with a key of choice, and reads answers, verified with the centre's certificate. */
final class TestBank {
    static final String KEY = "icbc-sm2-sign";

    private final Dialect bank;
    private final Signing signing;
    private final HttpClient client;
    private final String base;

    TestBank(Dialect centre, SigningRoom keys, SigningRoom connection, String tlsAlias, String base) {
        this.bank = centre.mirrored();
        this.signing = keys.signing();
        this.base = base;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(connection.keys().tls(tlsAlias).context())
                .connectTimeout(Duration.ofSeconds(60))
                .build();
    }

    String base() {
        return base;
    }

    /** A request, finished to the byte. */
    record Letter(Operation operation, MessageId id, String path, Map<String, String> headers, byte[] body) {}

    /** @param codes of a rejection; empty when accepted */
    record Answer(int status, byte[] body, Reply reply, boolean verified) {
        List<FailureCode> codes() {
            return reply instanceof Reply.Rejected r ? r.problems().stream().map(Problem::code).toList() : List.of();
        }
    }

    Letter letter(CanonicalMessage message, MessageId id, Instant at) {
        return letter(message, id, at, KEY);
    }

    Letter letter(CanonicalMessage message, MessageId id, Instant at, String key) {
        Unsigned unsigned = bank.request(message, id, at);
        return finish(message.operation(), id, unsigned, signing.sign(profile(unsigned.signType()), key, unsigned.signingInput()));
    }

    Letter letterWithSignature(CanonicalMessage message, MessageId id, Instant at, String signature) {
        return finish(message.operation(), id, bank.request(message, id, at), signature);
    }

    private Letter finish(Operation operation, MessageId id, Unsigned unsigned, String signature) {
        WireCall call = bank.finishRequest(unsigned, signature);
        return new Letter(operation, id, call.path(), call.headers(), call.body());
    }

    Answer send(Letter letter) throws Exception {
        return read(letter, post(letter.path(), letter.headers(), letter.body()));
    }

    HttpResponse<byte[]> post(String path, Map<String, String> headers, byte[] body) throws Exception {
        return ask("POST", path, headers, body);
    }

    HttpResponse<byte[]> ask(String method, String path, Map<String, String> headers, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(2))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    Answer read(Letter letter, HttpResponse<byte[]> response) {
        FramedReply framed = framed(response);
        return new Answer(
                response.statusCode(),
                response.body(),
                bank.decodeReply(letter.operation(), letter.id(), framed),
                verified(framed));
    }

    Reply readEnquiry(Operation original, Letter letter, HttpResponse<byte[]> response) {
        return bank.decodeEnquiryReply(original, letter.id(), framed(response));
    }

    private FramedReply framed(HttpResponse<byte[]> response) {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return bank.openReply(response.statusCode(), headers, response.body());
    }

    private boolean verified(FramedReply framed) {
        String centre = framed.signType().equals("SM2") ? "centre-sm2-sign" : "centre-rsa-sign";
        return signing.verify(
                        profile(framed.signType()), List.of(centre), framed.signingInput(), framed.signature(), Instant.now())
                .accepted();
    }

    private SigningProfile profile(String signType) {
        return bank.descriptor().signing().named(signType).profile().mirrored();
    }
}
