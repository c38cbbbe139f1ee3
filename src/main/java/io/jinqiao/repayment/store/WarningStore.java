package io.jinqiao.repayment.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.NoteWarning;
import io.jinqiao.repayment.rules.Signs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signs that were seen, as long as they are. */
@Repository
public class WarningStore {
    private final JdbcClient jdbc;

    public WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A warning that runs. */
    public record Running(long number, long account, String sign) {}

    /** By the loan, then by the sign. */
    public Map<Long, Map<String, Running>> running(PartnerId bank) {
        Map<Long, Map<String, Running>> all = new HashMap<>();
        jdbc.sql("SELECT number, account, sign FROM repayment_warning WHERE bank = ? AND ended IS NULL").param(bank.value()).query(row -> {
            Running one = new Running(row.getLong("number"), row.getLong("account"), row.getString("sign"));
            all.computeIfAbsent(one.account(), account -> new HashMap<>()).put(one.sign(), one);
        });
        return all;
    }

    public void begin(PartnerId bank, long account, Signs.Rule rule, Content.Group facts, LocalDate day, Instant at) {
        jdbc.sql("INSERT INTO repayment_warning (account, bank, sign, grade, title_zh, title_en, facts, first_on, first_at, seen_on) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)")
                .params(account, bank.value(), rule.id(), Words.of(rule.grade()), rule.zh(), rule.en(), CanonicalJson.write(facts), day, FileStore.time(at), day)
                .update();
    }

    public void goesOn(Running one, Content.Group facts, LocalDate day) {
        jdbc.sql("UPDATE repayment_warning SET facts = ?::jsonb, seen_on = ? WHERE number = ?").params(CanonicalJson.write(facts), day, one.number()).update();
    }

    /** @param how gone, overdue or settled */
    public void end(Running one, String how, LocalDate day) {
        jdbc.sql("UPDATE repayment_warning SET ended = ?, ended_on = ? WHERE number = ?").params(how, day, one.number()).update();
    }

    /** Why a warning has ended; empty while it runs, null when there is none of that number. */
    public @Nullable Optional<String> ended(long number) {
        List<Optional<String>> found = jdbc.sql("SELECT ended FROM repayment_warning WHERE number = ? FOR UPDATE")
                .param(number)
                .query((row, i) -> Optional.ofNullable(row.getString(1)))
                .list();
        return found.isEmpty() ? null : found.get(0);
    }

    public void note(NoteWarning command, Instant at) {
        jdbc.sql("UPDATE repayment_warning SET note = ?, noted_by = ?, noted_at = ?, noted_until = ? WHERE number = ?")
                .params(command.note(), command.by(), FileStore.time(at), command.until(), command.number())
                .update();
    }
}
