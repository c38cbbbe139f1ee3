package io.jinqiao.console.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.console.Problems;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key}: the key, what the command did and its answer are one commit, so there is no moment in which one is known
 * without the others. The same request again gets the stored answer; another request under the same key is refused. A refused command
 * did nothing and leaves its key free.
 */
@Component
class Once extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST_KEY = 100;

    private final StoredAnswers answers;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    Once(StoredAnswers answers, PlatformTransactionManager transactions, ObjectMapper json) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null
                || !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(RequestContent.LIMIT + 1);
        String key = request.getHeader(HEADER);
        Principal caller = request.getUserPrincipal();
        if (caller == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            refuse(request, response, new Refusal(Problem.at(HEADER, FailureCode.FIELD_WRONG_FORM, "1-" + LONGEST_KEY + " 个字符 / 1-" + LONGEST_KEY + " characters")));
            return;
        }
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            Work work = new Work(caller.getName(), key, digest(request, body), new ReadAgain(request, body), answer, chain);
            transaction.executeWithoutResult(status -> once(work, status));
            answer.copyBodyToResponse();
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        } catch (TransactionException e) {
            refuse(request, response, new Refusal(FailureCode.STORE_UNAVAILABLE));
        }
    }

    private record Work(
            String caller, String key, Digest digest, HttpServletRequest request, ContentCachingResponseWrapper answer, FilterChain chain) {}

    private void once(Work work, TransactionStatus status) {
        if (!answers.take(work.caller, work.key, work.digest)) {
            replay(answers.find(work.caller, work.key, work.digest), work.answer);
            return;
        }
        try {
            work.chain.doFilter(work.request, work.answer);
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("request failed", e);
        }
        if (work.answer.getStatus() >= 300) {
            status.setRollbackOnly();
        } else {
            answers.store(work.caller, work.key, stored(work.answer));
        }
    }

    private static StoredAnswers.Answer stored(ContentCachingResponseWrapper answer) {
        return new StoredAnswers.Answer(answer.getStatus(), answer.getContentType(), answer.getContentAsByteArray());
    }

    private static void replay(StoredAnswers.Answer stored, HttpServletResponse response) {
        try {
            response.setStatus(stored.status());
            response.setHeader(REPLAYED, "true");
            response.setContentType(stored.contentType());
            response.getOutputStream().write(stored.body());
        } catch (IOException e) {
            throw new IllegalStateException("answer not written", e);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Problems.write(request, response, refusal, json);
    }

    private static Digest digest(HttpServletRequest request, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        all.write(body);
        return Digest.of(all.toByteArray());
    }
}
