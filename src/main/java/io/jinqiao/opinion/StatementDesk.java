package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals each statement once and keeps the file. */
@Component
class StatementDesk implements SealedStatements {
    private final SealRoom seals;
    private final JdbcClient jdbc;

    StatementDesk(SealRoom seals, JdbcClient jdbc) {
        this.seals = seals;
        this.jdbc = jdbc;
    }

    private record Kept(String content, byte[] file) {}

    @Override
    @Transactional
    public byte[] sealed(Statement statement) {
        String content = Digest.of(statement.toString().getBytes(StandardCharsets.UTF_8)).hex();
        Kept kept = kept(statement.number()).orElseGet(() -> keep(statement, content));
        if (!kept.content().equals(content)) {
            throw new Refusal(FailureCode.OPINION_NUMBER_TAKEN);
        }
        return kept.file();
    }

    /** Of two who ask at once the first one's file stays. */
    private Kept keep(Statement statement, String content) {
        SealedDocument made = seals.seal(statement);
        jdbc.sql("INSERT INTO opinion_statement (number, bank, content, file, digest, sealed_at, device, certificate, effective) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(statement.number(), statement.bank().value(), content, made.bytes(), made.digest().hex(), made.at().atOffset(ZoneOffset.UTC), made.device())
                .params(made.certificate().hex(), made.effective())
                .update();
        return kept(statement.number()).orElseThrow();
    }

    private Optional<Kept> kept(String number) {
        return jdbc.sql("SELECT content, file FROM opinion_statement WHERE number = ?").param(number).query((row, i) -> new Kept(row.getString(1), row.getBytes(2))).optional();
    }
}
