package io.jinqiao.workbench.simulate;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.Signing;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A partner's test system on HTTPS with client certificates: takes the centre's messages, verifies them, writes them into its own book
 * and answers as the stubs of its folder say, signed.
 */
public final class SimulatedBank implements AutoCloseable {
    private final WireMockServer server;
    private final BankDesk desk;
    private final InTray tray;

    /**
     * @param dialect the partner's language as the centre speaks it
     * @param identity key store and trust of the server side
     * @param work folder for the unpacked stubs
     */
    public SimulatedBank(
            Dialect dialect, Signing signing, Sources sources, BankLedger ledger, ServerIdentity identity, Path work, int port) {
        this.tray = new InTray(work.resolve("received"));
        this.desk = new BankDesk(dialect, signing, ledger, tray);
        this.server = new WireMockServer(WireMockConfiguration.options()
                .httpDisabled(true)
                .httpsPort(port)
                .keystorePath(identity.keyStore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(identity.password())
                .keyManagerPassword(identity.password())
                .needClientAuth(true)
                .trustStorePath(identity.trustStore().toString())
                .trustStoreType("PKCS12")
                .trustStorePassword(identity.password())
                .containerThreads(24)
                .disableRequestJournal()
                .usingFilesUnderDirectory(unpack(sources, dialect.descriptor().partner().value(), work).toString())
                .extensions(new SigningTransformer(desk)));
    }

    /** The files of the server's TLS identity; one password for all. */
    public record ServerIdentity(Path keyStore, Path trustStore, String password) {

        /** The development identity {@code <partner>-tls-server}. */
        public static ServerIdentity of(DevelopmentCertificates certificates, String partner) {
            return new ServerIdentity(
                    certificates.keyStore(partner + "-tls-server"), certificates.trustStore(), certificates.password());
        }
    }

    public SimulatedBank start() {
        server.start();
        return this;
    }

    public int port() {
        return server.httpsPort();
    }

    public BankLedger ledger() {
        return desk.ledger();
    }

    /** Messages of one operation the bank has taken, in the order of their ids; kept over a restart. */
    public <T extends CanonicalMessage> List<T> received(Operation operation, Class<T> type) {
        return tray.all(operation, type);
    }

    /** From now on, messages of this operation are treated so. */
    public void behave(Operation operation, Behaviour behaviour) {
        desk.behave(operation, behaviour);
    }

    /** How each message is treated whose operation was told no behaviour. */
    public void mood(java.util.function.Supplier<Behaviour> each) {
        desk.mood(each);
    }

    /** How long {@link Behaviour#LATE} waits. */
    public void lateBy(Duration duration) {
        desk.lateBy(duration);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Path unpack(Sources sources, String partner, Path work) {
        String folder = "adapters/" + partner + "/stubs";
        for (String kind : new String[] {"mappings", "__files"}) {
            Path target = work.resolve("stubs").resolve(kind);
            try {
                Files.createDirectories(target);
                for (Source source : sources.list(folder + "/" + kind)) {
                    Files.write(target.resolve(Path.of(source.name()).getFileName().toString()), source.bytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return work.resolve("stubs");
    }
}
