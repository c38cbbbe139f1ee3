package io.jinqiao.repayment.store;

import io.jinqiao.message.Words;
import io.jinqiao.repayment.ProposeExclusion;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to exclude cases, and what another person answered. */
@Repository
public class ExclusionStore {
    private final JdbcClient jdbc;

    public ExclusionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param why null: collect again */
    public record Proposed(String caseNo, ProposeExclusion.@Nullable Why why, String by) {}

    public long insert(ProposeExclusion command, Instant at) {
        return jdbc.sql("INSERT INTO repayment_exclusion (case_no, exclusion, document, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?) RETURNING number")
                .params(command.caseNo(), command.why() == null ? null : Words.of(command.why()), command.document(), command.by(), FileStore.time(at))
                .query(Long.class)
                .single();
    }

    public Optional<Proposed> find(long number) {
        return jdbc.sql("SELECT * FROM repayment_exclusion WHERE number = ?")
                .param(number)
                .query((row, i) -> new Proposed(
                        row.getString("case_no"), row.getString("exclusion") == null ? null : Words.parse(row.getString("exclusion"), ProposeExclusion.Why.class),
                        row.getString("proposed_by")))
                .optional();
    }

    /** @return false when somebody answered before */
    public boolean answer(long number, boolean confirmed, String by, Instant at) {
        return jdbc.sql("INSERT INTO repayment_exclusion_answer (number, confirmed, answered_by, answered_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(number, confirmed, by, FileStore.time(at))
                        .update()
                == 1;
    }
}
