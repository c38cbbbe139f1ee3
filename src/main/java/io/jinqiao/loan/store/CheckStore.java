package io.jinqiao.loan.store;

import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.Incoming;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions at the counters, and what came of them. */
@Repository
public class CheckStore {
    private final JdbcClient jdbc;

    public CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same message again is the same question. */
    public void put(Incoming question, String outcome, Instant at) {
        ApplicantCheck check = (ApplicantCheck) question.message();
        jdbc.sql("INSERT INTO loan_check (bank, message_id, check_no, branch, at, outcome) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(question.partner().value(), question.id().value(), check.checkNo(), check.branchCode(), at.atOffset(ZoneOffset.UTC), outcome)
                .update();
    }
}
