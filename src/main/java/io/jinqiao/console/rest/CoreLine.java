package io.jinqiao.console.rest;

import io.jinqiao.loan.CoreSystem;
import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the core system over HTTP: {@code POST <url>/applicant-checks} with the canonical question, answered by
 * {@code {policyVersion, indicativeAmount?, persons: [{eligible, reason?}]}}, amounts in fen. Whatever else comes, or nothing in time,
 * means "not checked".
 */
@Component
class CoreLine implements CoreSystem {
    private static final Logger LOG = LoggerFactory.getLogger(CoreLine.class);
    private static final int LIMIT = 1 << 16;

    private final CoreProperties properties;
    private final HttpClient http;

    CoreLine(CoreProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder().connectTimeout(properties.timeout()).build();
    }

    @Override
    public Optional<Eligibility> check(ApplicantCheck question) {
        URI url = properties.url();
        return url == null ? Optional.empty() : ask(url, question);
    }

    private Optional<Eligibility> ask(URI url, ApplicantCheck question) {
        try {
            HttpResponse<byte[]> answer = http.send(request(url, question), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || answer.body().length > LIMIT) {
                LOG.warn("core system answered with status {}", answer.statusCode());
                return Optional.empty();
            }
            Eligibility read = read(Fields.of(RequestContent.read(answer.body())));
            return read.persons().size() == question.persons().size() ? Optional.of(read) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("core system did not answer: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Refusal unreadable) {
            LOG.warn("core system's answer is unreadable: {}", unreadable.getMessage());
        }
        return Optional.empty();
    }

    private HttpRequest request(URI url, ApplicantCheck question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/applicant-checks"))
                .timeout(properties.timeout())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CanonicalJson.write(question.content())));
        if (properties.token() != null) {
            request.header("Authorization", "Bearer " + properties.token());
        }
        return request.build();
    }

    private static Eligibility read(Fields f) {
        String policy = f.text("policyVersion", 40);
        var amount = f.optionalMoney("indicativeAmount");
        List<Verdict> persons = f.rows("persons", 1, 10, p -> new Verdict(p.flag("eligible"), p.optionalText("reason", 200)));
        f.refuseProblems();
        return new Eligibility(policy, amount, persons);
    }
}
