package io.jinqiao.console.rest;

import io.jinqiao.console.ConsoleProperties;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers given to idempotency keys; old ones are dropped as new keys come. */
@Component
class StoredAnswers {
    private final JdbcClient db;
    private final Clock clock;
    private final ConsoleProperties properties;

    StoredAnswers(JdbcClient db, Clock clock, ConsoleProperties properties) {
        this.db = db;
        this.clock = clock;
        this.properties = properties;
    }

    record Answer(int status, @Nullable String contentType, byte[] body) {}

    /** Waits for a request under the same key that is still at work. @return false when the key was used before */
    boolean take(String caller, String key, Digest request) {
        db.sql("DELETE FROM console_idempotency WHERE (caller, key) IN (SELECT caller, key FROM console_idempotency"
                        + " WHERE at < ? ORDER BY at LIMIT 20 FOR UPDATE SKIP LOCKED)")
                .param(Timestamp.from(clock.instant().minus(properties.idempotencyKept())))
                .update();
        return db.sql("INSERT INTO console_idempotency (caller, key, request_digest, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(caller, key, request.hex(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** @throws Refusal when the key belongs to another request */
    Answer find(String caller, String key, Digest request) {
        return db.sql("SELECT status, content_type, answer FROM console_idempotency WHERE caller = ? AND key = ? AND request_digest = ?")
                .params(caller, key, request.hex())
                .query((row, n) -> new Answer(row.getInt(1), row.getString(2), row.getBytes(3)))
                .optional()
                .orElseThrow(() -> new Refusal(FailureCode.IDEMPOTENCY_KEY_REUSED));
    }

    void store(String caller, String key, Answer answer) {
        db.sql("UPDATE console_idempotency SET status = ?, content_type = ?, answer = ?, answer_digest = ? WHERE caller = ? AND key = ?")
                .params(Arrays.asList(
                        answer.status(), answer.contentType(), answer.body(), Digest.of(answer.body()).hex(), caller, key))
                .update();
    }
}
