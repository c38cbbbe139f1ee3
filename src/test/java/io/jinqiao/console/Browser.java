package io.jinqiao.console;

import io.jinqiao.message.PartnerId;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the console, without a screen: keeps cookies, follows no redirect, sends the hidden token of the last page. */
final class Browser {
    private static final AtomicInteger PERSONS = new AtomicInteger();
    private static final String PASSWORD = "a-long-enough-password";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";
    private String name = "";

    private Browser(int port) {
        this.port = port;
    }

    static Browser at(int port) {
        return new Browser(port);
    }

    /** As a new person with these roles. */
    Browser loggedIn(People people, Role... roles) throws IOException, InterruptedException {
        name = "person-" + PERSONS.incrementAndGet();
        people.add(name, "试" + name, Set.of(roles), PASSWORD, "test");
        logIn(name, PASSWORD);
        return this;
    }

    /** As a new person of a bank. */
    Browser loggedIn(People people, PartnerId bank) throws IOException, InterruptedException {
        name = "person-" + PERSONS.incrementAndGet();
        people.add(name, "试" + name, bank, PASSWORD, "test");
        logIn(name, PASSWORD);
        return this;
    }

    HttpResponse<String> logIn(String who, String password) throws IOException, InterruptedException {
        get("/console/log-in");
        return post("/console/log-in", Map.of("name", who, "password", password));
    }

    String name() {
        return name;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return keepToken(http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return postWithToken(path, form, token);
    }

    HttpResponse<String> postWithToken(String path, Map<String, String> form, String csrf) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", "http://localhost:" + port + "/console/work")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + csrf))
                .build();
        return keepToken(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept-Language", "zh-CN");
    }

    private HttpResponse<String> keepToken(HttpResponse<String> answer) {
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }
}
