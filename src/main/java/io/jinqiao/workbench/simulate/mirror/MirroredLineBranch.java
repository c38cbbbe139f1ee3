package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.workbench.simulate.RawLine;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** The engine in reverse as a caller on a TLS stream with length headers, a connection for each message. */
public final class MirroredLineBranch implements SimulatedBranch {
    private static final int PATIENCE = 60_000;

    private final Dialect bank;
    private final OtherSide side;
    private final SigningRoom chair;
    private final Sealing sealing;
    private final String identity;
    private final int port;
    private final Frames frames;

    /**
     * @param identity alias of the certificate it shows
     * @param port where the gateway listens for this partner, on the loopback interface
     */
    public MirroredLineBranch(Dialect centre, SigningRoom chair, String identity, int port) {
        this.bank = centre.mirrored();
        this.side = OtherSide.of(centre);
        this.chair = chair;
        this.sealing = side.sealing(chair);
        this.identity = identity;
        this.port = port;
        this.frames = new Frames(Objects.requireNonNull(centre.descriptor().frame()));
    }

    @Override
    public Letter write(CanonicalMessage message, MessageId id, Instant at) {
        Unsigned request = sealing.request(bank, bank.request(message, id, at));
        Profile profile = side.named(request.signType());
        WireCall call = bank.finishRequest(request, chair.signing().sign(profile.profile(), profile.ourKey(), request.signingInput()));
        return new Letter(message.operation(), id, call.path(), call.headers(), call.body());
    }

    @Override
    public Answer send(Letter letter) throws IOException {
        try (Socket line = chair.keys().tls(identity).context().getSocketFactory().createSocket("localhost", port)) {
            line.setSoTimeout(PATIENCE);
            line.getOutputStream().write(letter.body());
            line.getOutputStream().flush();
            byte[] frame = frames.read(line.getInputStream());
            if (frame == null) {
                throw new IOException("the line was closed without an answer");
            }
            return read(letter, frame);
        } catch (Refusal unreadable) {
            throw new IOException("no answer of the centre", unreadable);
        }
    }

    @Override
    public RawLine line() throws IOException {
        return new RawLine(chair.keys().tls(identity).context().getSocketFactory().createSocket("localhost", port), Letter::body, this::heard);
    }

    private Answer heard(Letter letter, InputStream in) throws IOException {
        byte[] frame = frames.read(in);
        if (frame == null) {
            throw new EOFException("the line was closed without an answer");
        }
        try {
            return read(letter, frame);
        } catch (Refusal unreadable) {
            return new Answer(200, frame, false, new Reply.Unknown(Reply.Cause.UNREADABLE, "", null));
        }
    }

    private Answer read(Letter letter, byte[] frame) {
        FramedReply framed = bank.openReply(200, Map.of(), frame);
        Profile profile = side.named(framed.signType());
        Verdict verdict = chair.signing()
                .verify(profile.profile(), profile.theirCertificates(), framed.signingInput(), framed.signature(), Instant.now());
        return new Answer(200, frame, verdict.accepted(), bank.decodeReply(letter.operation(), letter.id(), sealing.open(bank, framed)));
    }
}
