package io.jinqiao.bench.load;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Sends prepared messages over HTTPS with a client certificate and measures the answers; a process of its own, so that its work is not
 * counted as the gateway's.
 *
 * <p>Arguments: url, folder or file of messages, key store, trust store, password, first message, number of messages, connections, rate
 * (messages/s; 0: closed loop), text an answer must hold to count as good, how many of the messages only warm up. Prints one line of JSON.
 *
 * <p>With a rate, each message has its intended moment and its time counts from there, whenever it could really be sent: a slow answer
 * delays nobody's clock (no coordinated omission).
 */
public final class LoadGenerator {
    private static final long HIGHEST_MICROS = 60_000_000L;

    private final CloseableHttpClient client;
    private final String url;
    private final MessageFile messages;
    private final String good;
    private final Histogram micros = new ConcurrentHistogram(HIGHEST_MICROS, 3);
    private final AtomicInteger bad = new AtomicInteger();
    private volatile String firstBad = "";

    private LoadGenerator(CloseableHttpClient client, String url, MessageFile messages, String good) {
        this.client = client;
        this.url = url;
        this.messages = messages;
        this.good = good;
    }

    public static void main(String[] args) throws Exception {
        int connections = Integer.parseInt(args[7]);
        try (CloseableHttpClient client = client(Path.of(args[2]), Path.of(args[3]), args[4].toCharArray(), connections)) {
            LoadGenerator load = new LoadGenerator(client, args[0], MessageFile.open(Path.of(args[1])), args[9]);
            int first = Integer.parseInt(args[5]);
            int warm = Integer.parseInt(args[10]);
            double rate = Double.parseDouble(args[8]);
            load.run(first, warm, connections, rate);
            load.micros.reset();
            load.report(load.run(first + warm, Integer.parseInt(args[6]) - warm, connections, rate), Integer.parseInt(args[6]) - warm);
            System.out.flush();
            System.in.read(); // our CPU time is read before we end
        }
    }

    /** @return seconds from the start to the last answer */
    private double run(int first, int count, int connections, double rate) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(first);
        AtomicLong last = new AtomicLong();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> send(next, first, first + count, start, rate, last));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (last.get() - start) / 1e9;
    }

    private void report(double seconds, int count) {
        System.out.printf(
                java.util.Locale.ROOT,
                "{\"sent\":%d,\"bad\":%d,\"seconds\":%.3f,\"perSecond\":%.1f,\"p50\":%d,\"p99\":%d,\"p999\":%d,\"max\":%d,\"firstBad\":\"%s\"}%n",
                count,
                bad.get(),
                seconds,
                (count - bad.get()) / seconds,
                micros.getValueAtPercentile(50),
                micros.getValueAtPercentile(99),
                micros.getValueAtPercentile(99.9),
                micros.getMaxValue(),
                firstBad.replaceAll("[^A-Za-z0-9_.:, -]", "'"));
    }

    private void send(AtomicInteger next, int first, int end, long start, double rate, AtomicLong last) {
        for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
            long intended = rate == 0 ? System.nanoTime() : start + (long) ((i - first) / rate * 1e9);
            for (long wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            post(i);
            long done = System.nanoTime();
            micros.recordValue(Math.min(HIGHEST_MICROS, (done - intended) / 1000));
            last.accumulateAndGet(done, Math::max);
        }
    }

    private void post(int i) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(messages.get(i), ContentType.APPLICATION_JSON));
        try {
            String answer = client.execute(post, response -> EntityUtils.toString(response.getEntity()));
            if (!answer.contains(good)) {
                failed(answer.substring(0, Math.min(300, answer.length())));
            }
        } catch (java.io.IOException e) {
            failed(String.valueOf(e));
        }
    }

    private void failed(String why) {
        if (bad.getAndIncrement() == 0) {
            firstBad = why;
        }
    }

    private static CloseableHttpClient client(Path keys, Path trust, char[] password, int connections) throws Exception {
        KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(load(keys, password), password);
        TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        theirs.init(load(trust, password));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .build())
                .disableConnectionState() // else a client certificate would keep connections from being used again
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    private static KeyStore load(Path file, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }
}
