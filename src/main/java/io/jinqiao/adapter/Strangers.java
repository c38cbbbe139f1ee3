package io.jinqiao.adapter;

import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Requests to addresses that belong to no partner, or asked with another method than POST: recorded, and refused in a plain form, since they
 * are in nobody's own.
 */
@Component
class Strangers {
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;

    private final Business business;
    private final Journal journal;

    Strangers(Business business, Journal journal) {
        this.business = business;
        this.journal = journal;
    }

    WireAnswer turnAway(WireRequest request, Instant at, String trace) {
        boolean posted = request.posted();
        Problem why = posted ? Problem.of(FailureCode.PARTNER_UNKNOWN) : Problem.of(FailureCode.METHOD_WRONG, "POST");
        byte[] body = body(why, trace);
        try {
            journal.requireOpen();
            business.inOneCommit(unused -> {
                RecordId received = journal.append(Entries.stranger(request, why.code().code(), at, trace));
                return journal.append(Entries.toStranger(body, at, trace, received));
            });
            return posted ? answer(NOT_FOUND, Map.of(), body) : answer(METHOD_NOT_ALLOWED, Map.of("Allow", "POST"), body);
        } catch (RuntimeException fault) {
            List<Problem> problems = Faults.problems(fault, trace);
            return answer(UNAVAILABLE, Map.of(), body(problems.get(0), trace));
        }
    }

    private static WireAnswer answer(int status, Map<String, String> more, byte[] body) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json; charset=UTF-8");
        return new WireAnswer(status, headers, body);
    }

    private static byte[] body(Problem problem, String trace) {
        Content.Group error = Content.group()
                .put("code", problem.code().code())
                .put("message", problem.text(Locale.CHINESE))
                .put("messageEn", problem.text(Locale.ENGLISH))
                .put("reference", trace)
                .build();
        return CanonicalJson.write(Content.group().put("error", error).build()).getBytes(StandardCharsets.UTF_8);
    }
}
