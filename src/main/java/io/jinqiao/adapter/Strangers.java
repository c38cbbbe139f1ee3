package io.jinqiao.adapter;

import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Requests to addresses that belong to no partner: recorded, and refused in a plain form, since nobody's own is known. */
@Component
class Strangers {
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Business business;
    private final Journal journal;

    Strangers(Business business, Journal journal) {
        this.business = business;
        this.journal = journal;
    }

    WireAnswer turnAway(WireRequest request, Instant at, String trace) {
        Problem unknown = Problem.of(FailureCode.PARTNER_UNKNOWN);
        byte[] body = body(unknown, trace);
        try {
            journal.requireOpen();
            business.inOneCommit(unused -> {
                RecordId received =
                        journal.append(Entries.stranger(request, FailureCode.PARTNER_UNKNOWN.code(), at, trace));
                return journal.append(Entries.toStranger(body, at, trace, received));
            });
            return answer(NOT_FOUND, body);
        } catch (RuntimeException fault) {
            List<Problem> problems = Faults.problems(fault, trace);
            return answer(UNAVAILABLE, body(problems.get(0), trace));
        }
    }

    private static WireAnswer answer(int status, byte[] body) {
        return new WireAnswer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body);
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
