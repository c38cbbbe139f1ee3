package io.jinqiao.workbench.simulate.bank;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Carries a branch's message to the gateway and the answer back. */
interface Caller {

    Packet call(Packet request) throws IOException, InterruptedException, NotUnderstood;

    /** @param base such as {@code https://localhost:8443} */
    static Caller overHttp(SSLContext tls, String base) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return request -> {
            HttpRequest http = HttpRequest.newBuilder(URI.create(base + request.path()))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", request.contentType())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.body()))
                    .build();
            HttpResponse<byte[]> response = client.send(http, HttpResponse.BodyHandlers.ofByteArray());
            return new Packet("", response.headers().firstValue("Content-Type").orElse(""), response.body());
        };
    }

    /** One connection for each message. */
    static Caller overTcp(SSLContext tls, Framing framing, int port) {
        return request -> {
            try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", port)) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write(framing.bytes(request));
                socket.getOutputStream().flush();
                Packet answer = framing.read(socket.getInputStream());
                if (answer == null) {
                    throw new EOFException("the centre hung up");
                }
                return answer;
            }
        };
    }
}
