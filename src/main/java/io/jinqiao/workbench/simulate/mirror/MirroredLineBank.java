package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLServerSocket;

/**
 * The engine in reverse behind a TLS stream with length headers. What it answers to a good message is the accepted sample of that
 * operation; shares every fault of the product's own engine, and says so.
 */
public final class MirroredLineBank implements SimulatedPartner {
    private final Dialect dialect;
    private final SigningRoom chair;
    private final BankLedger ledger;
    private final Moods moods = new Moods();
    private final InTray tray;
    private final BankDesk desk;
    private final Frames frames;
    private final Map<Operation, Reply> answers = new EnumMap<>(Operation.class);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final SSLServerSocket server;

    /**
     * @param chair the partner's keys; closed with the bank
     * @param samples of the partner's folder
     * @param port 0: any
     */
    public MirroredLineBank(Dialect dialect, SigningRoom chair, List<Sample> samples, BankLedger ledger, Path work, int port) {
        this.dialect = dialect;
        this.chair = chair;
        this.ledger = ledger;
        this.tray = new InTray(work.resolve("received"));
        this.desk = new BankDesk(dialect, chair.signing(), moods, ledger, tray);
        this.frames = new Frames(Objects.requireNonNull(dialect.descriptor().frame()));
        samples.stream()
                .filter(sample -> sample.centreSpeaks() && !sample.faulty() && sample.reply().isAccepted())
                .forEach(sample -> answers.putIfAbsent(sample.framed().operation(), sample.reply()));
        String identity = dialect.descriptor().channel(Channel.Direction.OUT).orElseThrow().theirIdentities().get(0);
        try {
            server = (SSLServerSocket) chair.keys().tls(identity).context().getServerSocketFactory().createServerSocket();
            server.setReuseAddress(true);
            server.setNeedClientAuth(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port, e);
        }
    }

    @Override
    public String partner() {
        return dialect.descriptor().partner().value();
    }

    @Override
    public Build build() {
        return Build.MIRRORED;
    }

    @Override
    public MirroredLineBank start() {
        begin(this::accept, "mirrored-line");
        return this;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                begin(() -> converse(connection), "mirrored-call");
            } catch (IOException ended) {
                // closed, or a caller whose connection never stood
            }
        }
    }

    private void converse(Socket connection) {
        open.add(connection);
        try (connection) {
            byte[] frame = frames.read(connection.getInputStream());
            while (frame != null) {
                BankDesk.Said said = desk.take(new WireRequest("", "", Map.of(), frame, false, List.of(), null), this::good);
                if (said.answer() == null) {
                    return;
                }
                Thread.sleep(said.delayMillis());
                connection.getOutputStream().write(said.answer().body());
                connection.getOutputStream().flush();
                frame = frames.read(connection.getInputStream());
            }
        } catch (IOException ended) {
            // the caller gave up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private Reply good(Framed framed) {
        return answers.getOrDefault(framed.operation(), new Reply.Accepted(Content.Group.EMPTY));
    }

    private static void begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public Moods moods() {
        return moods;
    }

    @Override
    public BankLedger ledger() {
        return ledger;
    }

    @Override
    public <T extends CanonicalMessage> List<T> received(Operation operation, Class<T> type) {
        return tray.all(operation, type);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            chair.close();
        }
    }
}
