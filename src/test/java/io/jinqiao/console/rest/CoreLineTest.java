package io.jinqiao.console.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jinqiao.loan.CoreSystem;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Operation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreLineTest {
    private static final String GOOD = "{\"policyVersion\":\"2026-09\",\"indicativeAmount\":80000000,\"persons\":[{\"eligible\":true}]}";
    private static final ApplicantCheck QUESTION = (ApplicantCheck) Operation.APPLICANT_CHECK.read(
            CanonicalJson.read(
                    """
                    {"checkNo":"C-1","branchCode":"4402001","persons":[{"role":"borrower","name":"黄示例",
                     "identity":{"type":"passport","number":"E12345678"}}]}"""));

    private final AtomicReference<String> asked = new AtomicReference<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer core;

    @BeforeEach
    void open() throws IOException {
        core = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        core.setExecutor(Executors.newCachedThreadPool());
        core.start();
    }

    @AfterEach
    void close() {
        silence.countDown();
        core.stop(0);
    }

    private CoreSystem line(int status, String answer) {
        core.createContext("/applicant-checks", exchange -> {
            asked.set(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return line();
    }

    private CoreSystem line() {
        return new CoreLine(new CoreProperties(
                URI.create("http://localhost:" + core.getAddress().getPort()), "secret", Duration.ofMillis(800)));
    }

    @Test
    void hearsWhoMayBorrow() {
        assertThat(line(200, GOOD).check(QUESTION)).hasValueSatisfying(answer -> {
            assertThat(answer.policyVersion()).isEqualTo("2026-09");
            assertThat(answer.indicativeAmount().fen()).isEqualTo(80_000_000);
            assertThat(answer.persons()).containsExactly(new CoreSystem.Verdict(true, null));
        });
        assertThat(asked.get()).startsWith("Bearer secret").contains("\"checkNo\":\"C-1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {}",
                "200 | not json",
                "200 | {\"policyVersion\":\"1\",\"persons\":[]}",
                "200 | {\"policyVersion\":\"1\",\"persons\":[{\"eligible\":true},{\"eligible\":true}]}",
                "200 | {\"policyVersion\":\"1\",\"persons\":[{\"eligible\":\"perhaps\"}]}"
            })
    void takesAnythingElseForNotChecked(int status, String answer) {
        assertThat(line(status, answer).check(QUESTION)).isEmpty();
    }

    @Test
    void takesSilenceForNotChecked() {
        core.createContext("/applicant-checks", exchange -> {
            try {
                silence.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(line().check(QUESTION)).isEmpty();
    }

    @Test
    void checksNothingWithoutALine() {
        assertThat(new CoreLine(new CoreProperties(null, null, Duration.ofSeconds(1))).check(QUESTION)).isEmpty();
    }
}
