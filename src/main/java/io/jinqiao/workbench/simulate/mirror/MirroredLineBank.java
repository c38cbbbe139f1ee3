package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.OwnSocket;
import io.jinqiao.workbench.simulate.Premises;
import io.jinqiao.workbench.simulate.Reception;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The engine in reverse behind a TLS stream with length headers. What it answers to a good message is the accepted sample of that
 * operation; shares every fault of the product's own engine, and says so.
 */
public final class MirroredLineBank extends Premises {
    private final SigningRoom chair;
    private final String identity;
    private final int wanted;
    private final BankDesk desk;
    private final Frames frames;
    private final SampleAnswers answers;
    private @Nullable Reception reception;

    /**
     * @param chair the partner's keys; closed with the bank
     * @param samples of the partner's folder
     * @param port 0: any
     * @param told a line for people, for every message
     */
    public MirroredLineBank(Dialect dialect, SigningRoom chair, List<Sample> samples, Path work, int port, Consumer<String> told) {
        super(dialect.descriptor().partner().value(), Build.MIRRORED, work);
        this.chair = chair;
        this.desk = new BankDesk(dialect, chair, moods(), ledger(), tray(), told);
        this.frames = new Frames(Objects.requireNonNull(dialect.descriptor().frame()));
        this.answers = new SampleAnswers(samples);
        this.identity = dialect.descriptor().channel(Channel.Direction.OUT).orElseThrow().theirIdentities().get(0);
        this.wanted = port;
    }

    @Override
    public MirroredLineBank start() {
        reception = Reception.open(OwnSocket.bound(chair.keys().tls(identity).context(), wanted), "mirrored-line", this::converse);
        return this;
    }

    private void converse(Socket caller) throws IOException {
        try {
            byte[] frame = frames.read(caller.getInputStream());
            while (frame != null) {
                BankDesk.Said said = desk.take(new WireRequest("", "", Map.of(), frame, false, List.of(), null), answers);
                if (said.answer() == null) {
                    return;
                }
                Thread.sleep(said.delayMillis());
                caller.getOutputStream().write(said.answer().body());
                caller.getOutputStream().flush();
                frame = frames.read(caller.getInputStream());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int port() {
        return reception == null ? wanted : reception.port();
    }

    @Override
    public boolean http() {
        return false;
    }

    @Override
    protected void leave() {
        try (chair) {
            if (reception != null) {
                reception.close();
            }
        }
    }
}
