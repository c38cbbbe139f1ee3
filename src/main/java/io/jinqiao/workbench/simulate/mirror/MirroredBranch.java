package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.workbench.simulate.RawHttp;
import io.jinqiao.workbench.simulate.RawLine;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** A bank's branch system as the gateway's client: real HTTPS with a client certificate, real signatures, answers verified. */
public final class MirroredBranch implements SimulatedBranch {
    private final Dialect bank;
    private final OtherSide side;
    private final Signing signing;
    private final Sealing sealing;
    private final HttpClient client;
    private final String base;
    private final SSLContext tls;

    /**
     * @param centre the bank's language as the centre speaks it
     * @param chair the bank's keys
     * @param base address of the gateway, such as {@code https://localhost:8443}
     */
    public MirroredBranch(Dialect centre, SigningRoom chair, SSLContext tls, String base) {
        this.bank = centre.mirrored();
        this.side = OtherSide.of(centre);
        this.signing = chair.signing();
        this.sealing = side.sealing(chair);
        this.base = base;
        this.tls = tls;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The bank's own signing: its profile, its key. */
    public Profile signing() {
        return side.own();
    }

    @Override
    public Letter write(CanonicalMessage message, MessageId id, Instant at) {
        return finish(message.operation(), id, sealing.request(bank, bank.request(message, id, at)));
    }

    private Letter finish(Operation operation, MessageId id, Unsigned request) {
        Profile profile = side.named(request.signType());
        WireCall call = bank.finishRequest(request, signing.sign(profile.profile(), side.own().ourKey(), request.signingInput()));
        return new Letter(operation, id, call.path(), new LinkedHashMap<>(call.headers()), call.body());
    }

    @Override
    public Answer send(Letter letter) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + letter.path()))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()));
        letter.headers().forEach(request::header);
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return read(letter, new RawHttp.Heard(response.statusCode(), headers(response), response.body()));
        } catch (Refusal unreadable) {
            throw new IOException("no answer of the centre: HTTP " + response.statusCode() + ", " + response.body().length + " bytes", unreadable);
        }
    }

    @Override
    public RawLine line() throws IOException {
        URI address = URI.create(base);
        return new RawLine(tls.getSocketFactory().createSocket(address.getHost(), address.getPort()), RawHttp::bytes, this::heard);
    }

    private Answer heard(Letter letter, InputStream in) throws IOException {
        RawHttp.Heard heard = RawHttp.read(in);
        try {
            return read(letter, heard);
        } catch (Refusal unreadable) {
            return new Answer(heard.status(), heard.body(), false, new Reply.Unknown(Reply.Cause.UNREADABLE, "" + heard.status(), null));
        }
    }

    private static Map<String, String> headers(HttpResponse<byte[]> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        return headers;
    }

    private Answer read(Letter letter, RawHttp.Heard response) {
        FramedReply framed = bank.openReply(response.status(), response.headers(), response.body());
        Profile profile = side.named(framed.signType());
        Verdict verdict = signing.verify(
                profile.profile(), profile.theirCertificates(), framed.signingInput(), framed.signature(), Instant.now());
        Reply reply = bank.decodeReply(letter.operation(), letter.id(), sealing.open(bank, framed));
        return new Answer(response.status(), response.body(), verdict.accepted(), reply);
    }
}
