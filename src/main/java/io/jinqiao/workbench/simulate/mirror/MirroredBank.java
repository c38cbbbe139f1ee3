package io.jinqiao.workbench.simulate.mirror;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A partner's test system on HTTPS with client certificates: takes the centre's messages, verifies them, writes them into its own book
 * and answers as the stubs of its folder say, signed.
 */
public final class MirroredBank implements SimulatedPartner {
    private final WireMockServer server;
    private final String partner;
    private final BankLedger ledger;
    private final SigningRoom chair;
    private final Moods moods = new Moods();
    private final InTray tray;

    /**
     * @param dialect the partner's language as the centre speaks it
     * @param chair the partner's keys; closed with the bank
     * @param identity key store and trust of the server side
     * @param work folder for the unpacked stubs
     */
    public MirroredBank(
            Dialect dialect, SigningRoom chair, Sources sources, BankLedger ledger, ServerIdentity identity, Path work, int port) {
        this.tray = new InTray(work.resolve("received"));
        this.partner = dialect.descriptor().partner().value();
        this.ledger = ledger;
        this.chair = chair;
        BankDesk desk = new BankDesk(dialect, chair.signing(), moods, ledger, tray);
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
                .usingFilesUnderDirectory(unpack(sources, partner, work).toString())
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

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public Build build() {
        return Build.MIRRORED;
    }

    @Override
    public MirroredBank start() {
        server.start();
        return this;
    }

    @Override
    public int port() {
        return server.httpsPort();
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
        server.stop();
        chair.close();
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
