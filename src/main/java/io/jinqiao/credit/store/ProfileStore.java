package io.jinqiao.credit.store;

import io.jinqiao.credit.PersonProfile;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What the core system told of borrowers. */
@Repository
public class ProfileStore {
    private final JdbcTemplate sql;
    private final PersonalData data;

    public ProfileStore(JdbcTemplate sql, PersonalData data) {
        this.sql = sql;
        this.data = data;
    }

    /** Takes the place of what was told before. */
    public void told(PartnerId bank, String applicationNo, PersonProfile profile, String by, Instant at) {
        byte[] content = data.concealText(new Subject(bank, applicationNo), CanonicalJson.write(profile.content()));
        sql.update(
                """
                INSERT INTO credit_profile (partner, application_no, content, told_by, told_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (partner, application_no) DO UPDATE SET content = excluded.content, told_by = excluded.told_by, told_at = excluded.told_at
                """,
                bank.value(), applicationNo, content, by, Timestamp.from(at));
    }
}
