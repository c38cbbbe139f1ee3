package io.jinqiao.signing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** RFC 3161 over HTTP (section 3.4), SHA-256, with a nonce. */
@Component
final class HttpTimeStamps implements TimeStamps {
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final SigningSettings.Tsa tsa;
    private final Trust trust;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient client;

    @Autowired
    HttpTimeStamps(SigningSettings settings, Trust trust) {
        this(settings.tsa(), trust);
    }

    HttpTimeStamps(SigningSettings.Tsa tsa, Trust trust) {
        this.tsa = tsa;
        this.trust = trust;
        this.client = HttpClient.newBuilder().connectTimeout(tsa.timeout()).build();
    }

    @Override
    public byte[] token(byte[] sha256) {
        if (tsa.url() == null || tsa.url().isBlank()) {
            throw new TimeStampFailure("no time-stamp authority is configured (jinqiao.tsa.url)", null);
        }
        try {
            TimeStampRequest request = request(sha256);
            TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
            response.validate(request);
            byte[] token = granted(response);
            TimeStamp.verified(token, sha256, trust);
            return token;
        } catch (IOException | TSPException e) {
            throw new TimeStampFailure("no usable time-stamp from " + tsa.url(), e);
        }
    }

    private TimeStampRequest request(byte[] sha256) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(NISTObjectIdentifiers.id_sha256, sha256, new BigInteger(64, random));
    }

    private static byte[] granted(TimeStampResponse response) throws IOException {
        if (response.getTimeStampToken() == null) {
            throw new TimeStampFailure("the time-stamp authority refused: status " + response.getStatus(), null);
        }
        return response.getTimeStampToken().getEncoded("DER");
    }

    private byte[] post(byte[] query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(tsa.url()))
                .timeout(tsa.timeout())
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST_ANSWER);
                if (response.statusCode() != 200) {
                    throw new IOException("HTTP status " + response.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the time-stamp", e);
        }
    }
}
