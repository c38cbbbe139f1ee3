package io.jinqiao.pipe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.jinqiao.signing.SigningRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A SOAP service on the server of the JDK, with a tap on the wire: every byte that arrives is kept before anybody reads it. */
final class SoapPeer {
    /** Bodies as they arrived. */
    final List<byte[]> arrived = new CopyOnWriteArrayList<>();

    final List<String> actions = new CopyOnWriteArrayList<>();
    private final HttpsServer server;
    private volatile UnaryOperator<byte[]> answer = body -> new byte[0];
    private volatile int status = 200;

    SoapPeer(SigningRoom keys, String tlsAlias) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            SSLContext context = keys.keys().tls(tlsAlias).context();
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters tls = context.getDefaultSSLParameters();
                    tls.setNeedClientAuth(true);
                    parameters.setSSLParameters(tls);
                }
            });
            server.createContext("/services/registration", this::serve);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/services/registration";
    }

    void answers(int code, UnaryOperator<byte[]> with) {
        status = code;
        answer = with;
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        arrived.add(body);
        actions.add(String.valueOf(exchange.getRequestHeaders().getFirst("SOAPAction")));
        byte[] reply = answer.apply(body);
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
        exchange.sendResponseHeaders(status, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }
}
