package io.jinqiao.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A program at the REST door. */
final class Program {
    private static final AtomicInteger PROGRAMS = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final @Nullable String token;
    private final String name;
    private final @Nullable String language;

    private Program(int port, String name, @Nullable String token, @Nullable String language) {
        this.port = port;
        this.name = name;
        this.token = token;
        this.language = language;
    }

    static Program withToken(int port, @Nullable String token) {
        return new Program(port, "-", token, "en");
    }

    Program inLanguage(@Nullable String language) {
        return new Program(port, name, token, language);
    }

    /** A new caller with these roles. */
    static Program at(int port, Callers callers, Role... roles) {
        String name = "program-" + PROGRAMS.incrementAndGet();
        return new Program(port, name, callers.issue(name, java.util.Set.of(roles), "test"), "en");
    }

    String name() {
        return "api:" + name;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return send(request(path).header("Accept", accept).GET());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> postFile(String path, String type, byte[] file) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    HttpResponse<String> put(String path, String type, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", type).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Without a body. */
    HttpResponse<String> asked(String method, String path) throws IOException, InterruptedException {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> postOnce(String path, String key, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
        if (language != null) {
            request.header("Accept-Language", language);
        }
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
