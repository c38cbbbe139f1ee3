package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Transport.Crossing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client for one partner that knows whether a byte of a request left: the request executor is first called on a connection
 * whose TLS stands, before it writes. A connection carries one request: whatever a partner sends beyond its answer ends with it.
 */
final class WireClient implements HttpClientConfigurer {
    private static final int CONNECTIONS = 32;

    private final SSLContext tls;
    private final List<? extends Certificate> theirs;
    private final Duration connectTimeout;
    private final int replyLimit;

    /** @param theirs the certificates the server may show; none: any that is trusted and names the host */
    WireClient(SSLContext tls, List<? extends Certificate> theirs, Duration connectTimeout, int replyLimit) {
        this.tls = tls;
        this.theirs = theirs;
        this.connectTimeout = connectTimeout;
        this.replyLimit = replyLimit;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        Timeout connect = Timeout.of(connectTimeout);
        client.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls, verifier()))
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(connect)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(connect).build())
                        .build())
                .setConnectionManagerShared(false)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setRequestExecutor(new Watching())
                .addExecInterceptorFirst("bounded", this::bounded)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching();
    }

    private HostnameVerifier verifier() {
        if (theirs.isEmpty()) {
            return HttpsSupport.getDefaultHostnameVerifier();
        }
        return (host, session) -> {
            try {
                return theirs.contains(session.getPeerCertificates()[0]);
            } catch (SSLPeerUnverifiedException e) {
                return false;
            }
        };
    }

    private ClassicHttpResponse bounded(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Passage passage = Passage.current();
        scope.clientContext.setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(connectTimeout))
                .setResponseTimeout(Timeout.of(passage.replyTimeout))
                .setProtocolUpgradeEnabled(false)
                .build());
        long end = System.nanoTime() + passage.replyTimeout.toNanos() + connectTimeout.toNanos();
        ClassicHttpResponse response = chain.proceed(request, scope);
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        boolean ended = read(response, came, end);
        boolean whole = ended && came.size() <= replyLimit;
        byte[] body = came.size() <= replyLimit ? came.toByteArray() : Arrays.copyOf(came.toByteArray(), replyLimit);
        passage.answer = new Crossing.Answer(response.getCode(), headers(response), body, !whole);
        response.close();
        response.setEntity(null);
        return response;
    }

    /**
     * @param came takes what arrives, also of an answer that breaks off
     * @return whether it came to its end; false also when it went on beyond the limit
     * @throws IOException when it broke off before any of its body came
     */
    private boolean read(ClassicHttpResponse response, ByteArrayOutputStream came, long end) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        try {
            InputStream in = entity.getContent();
            byte[] buffer = new byte[8192];
            while (came.size() <= replyLimit) {
                int n = in.read(buffer, 0, Math.min(buffer.length, replyLimit + 1 - came.size()));
                if (n < 0) {
                    return true;
                }
                came.write(buffer, 0, n);
                if (System.nanoTime() - end > 0) {
                    throw new SocketTimeoutException("the answer did not end in time");
                }
            }
            return false;
        } catch (IOException brokenOff) {
            if (came.size() == 0) {
                throw brokenOff;
            }
            return false;
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headerIterator()
                .forEachRemaining(h -> headers.putIfAbsent(h.getName().toLowerCase(Locale.ROOT), h.getValue()));
        return headers;
    }

    /** Tells the passage that from now on bytes may leave. */
    private static final class Watching extends HttpRequestExecutor {
        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            Passage.current().left = true;
            return super.execute(request, connection, informed, context);
        }
    }
}
