package io.jinqiao.workbench.certs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jinqiao.signing.CryptoProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A real RFC 3161 authority for development, on the loopback address. Its policy says that it proves nothing outside. */
public final class TimeStampAuthority implements AutoCloseable {
    /** Below the development marker. */
    private static final ASN1ObjectIdentifier POLICY =
            new ASN1ObjectIdentifier("2.25.77659646111921181762935000178520236821.1");

    private static final int LARGEST_QUERY = 16 * 1024;

    private final Issued identity;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "time-stamp-authority");
        thread.setDaemon(true);
        return thread;
    });
    private final SecureRandom random = new SecureRandom();

    private TimeStampAuthority(Issued identity, Clock clock, HttpServer server) {
        this.identity = identity;
        this.clock = clock;
        this.server = server;
    }

    /** @param port 0 for any free one */
    public static TimeStampAuthority start(DevelopmentCertificates certificates, Clock clock, int port) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            TimeStampAuthority authority = new TimeStampAuthority(certificates.issued("tsa"), clock, server);
            server.createContext("/tsa", authority::answer);
            server.setExecutor(authority.workers);
            server.start();
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException("the time-stamp authority cannot listen on port " + port, e);
        }
    }

    /** For {@code jinqiao.tsa.url}. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/tsa";
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] query = exchange.getRequestBody().readNBytes(LARGEST_QUERY);
            byte[] reply = reply(query);
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply);
            }
        } catch (IOException | GeneralSecurityException | OperatorCreationException | TSPException | RuntimeException e) {
            exchange.sendResponseHeaders(400, -1);
        }
    }

    private byte[] reply(byte[] query)
            throws IOException, GeneralSecurityException, OperatorCreationException, TSPException {
        TimeStampRequest request = new TimeStampRequest(query);
        return new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED, Set.of(POLICY))
                .generate(request, new BigInteger(96, random), Date.from(clock.instant()))
                .getEncoded();
    }

    private TimeStampTokenGenerator tokens() throws GeneralSecurityException, OperatorCreationException, TSPException {
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder()
                        .setProvider(CryptoProvider.bouncyCastle())
                        .build("SHA256withRSA", identity.key(), identity.certificate()),
                sha256,
                POLICY);
        generator.addCertificates(new JcaCertStore(List.of(identity.certificate())));
        return generator;
    }
}
