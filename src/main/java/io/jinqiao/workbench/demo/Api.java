package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The REST API as a program of the centre uses it: one bearer token, one name. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int UNAVAILABLE = 503;
    private static final int AGAIN = 20;
    private static final long PAUSE = 200_000_000;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String token;

    Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** @param status 200 and the like */
    record Result(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }
    }

    Result get(String path) {
        return call(request(path).GET());
    }

    /** With a fresh idempotency key: safe to repeat at the wire. What passes, such as a loan somebody else is just changing, is tried again. */
    Result post(String path, Map<String, ?> body) {
        Result result = once(path, body);
        for (int again = 0; again < AGAIN && result.status() == UNAVAILABLE; again++) {
            LockSupport.parkNanos(PAUSE);
            result = once(path, body);
        }
        return result;
    }

    private Result once(String path, Map<String, ?> body) {
        try {
            return call(request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private Result call(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Result(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
