package io.jinqiao.workbench.simulate.mirror;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.OwnSocket;
import io.jinqiao.workbench.simulate.Premises;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.core.NestedExceptionUtils;

/**
 * A partner's test system on HTTPS with client certificates: takes the centre's messages, verifies them, writes them into its own book
 * and answers as the stubs of its folder say, signed.
 */
public final class MirroredBank extends Premises {
    private final WireMockServer server;
    private final SigningRoom chair;
    private final int port;

    /**
     * @param dialect the partner's language as the centre speaks it
     * @param chair the partner's keys; closed with the bank
     * @param samples of the partner's folder; they answer where no stub can look into a message
     * @param identity key store and trust of the server side
     * @param work folder of its book, and for the unpacked stubs
     * @param told a line for people, for every message
     */
    public MirroredBank(Dialect dialect, SigningRoom chair, Sources sources, List<Sample> samples, ServerIdentity identity, Path work, int port, Consumer<String> told) {
        super(dialect.descriptor().partner().value(), Build.MIRRORED, work);
        this.chair = chair;
        this.port = port;
        BankDesk desk = new BankDesk(dialect, chair, moods(), ledger(), tray(), told);
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
                .usingFilesUnderDirectory(unpack(sources, partner(), work).toString())
                .extensions(new SigningTransformer(desk, dialect.sealing() == null ? null : new SampleAnswers(samples))));
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
    public MirroredBank start() {
        try {
            server.start();
        } catch (FatalStartupException e) {
            if (NestedExceptionUtils.getRootCause(e) instanceof BindException) {
                throw OwnSocket.taken(port, "--port");
            }
            throw e;
        }
        return this;
    }

    @Override
    public int port() {
        return server.httpsPort();
    }

    @Override
    public boolean http() {
        return true;
    }

    @Override
    protected void leave() {
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
