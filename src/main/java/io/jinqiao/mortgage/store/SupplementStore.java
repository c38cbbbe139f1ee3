package io.jinqiao.mortgage.store;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationSupplement;
import io.jinqiao.message.Subject;
import io.jinqiao.mortgage.model.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What banks handed in because a registry asked for more. */
@Repository
public class SupplementStore {
    /** Whether a supplement {@code s} answers what its case {@code c} was sent back for: the same told again a moment later, by another way, is no second one. */
    static final String ANSWERS =
            "(s.asked_for_at = c.state_at OR s.asked_for = c.asked_for AND c.state_at - s.asked_for_at BETWEEN interval '0' AND interval '1 minute')";

    private final JdbcClient jdbc;
    private final PersonalData data;

    public SupplementStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** One that waits for its files, locked for the caller's transaction. */
    public record Held(PartnerId registry, PartnerId bank, String applicationNo, RegistrationSupplement supplement) {
        public List<AttachmentRef> files() {
            return supplement.attachments().stream().map(io.jinqiao.message.Material::name).toList();
        }
    }

    /** What it says is concealed: banks write remarks in their own words. */
    public void hold(StoredCase of, RegistrationSupplement supplement, String bankNo, MessageId message, Instant at) {
        Mark mark = Objects.requireNonNull(of.standing().mark());
        jdbc.sql("INSERT INTO mortgage_supplement (supplement_no, case_no, bank_no, message_id, asked_for_at, asked_for, content, state, handed_in_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'held', ?)")
                .params(supplement.supplementNo(), supplement.caseNo(), bankNo, message.value(), CaseStore.time(mark.at()), CaseStore.askedFor(mark))
                .params(data.concealText(new Subject(of.bank(), of.applicationNo()), CanonicalJson.writeSorted(supplement.content())), CaseStore.time(at))
                .update();
    }

    public List<Held> held(PartnerId bank, String applicationNo) {
        return jdbc.sql("""
                        SELECT c.partner, c.bank, c.application_no, s.content FROM mortgage_supplement s JOIN mortgage_case c USING (case_no)
                        WHERE c.bank = ? AND c.application_no = ? AND s.state = 'held' ORDER BY s.handed_in_at FOR UPDATE
                        """)
                .params(bank.value(), applicationNo)
                .query((row, i) -> read(row))
                .list();
    }

    private Held read(ResultSet row) throws SQLException {
        Content.Group content = CanonicalJson.read(data.requireText(row.getBytes("content")));
        return new Held(
                new PartnerId(row.getString("partner")),
                new PartnerId(row.getString("bank")),
                row.getString("application_no"),
                (RegistrationSupplement) Operation.REGISTRATION_SUPPLEMENT.read(content));
    }

    public void sent(String supplementNo, Instant at) {
        jdbc.sql("UPDATE mortgage_supplement SET state = 'sent', sent_at = ? WHERE supplement_no = ?").params(CaseStore.time(at), supplementNo).update();
    }

    /** @param refused codes; null: the registry took it */
    public void answered(String supplementNo, @Nullable String refused, Instant at) {
        jdbc.sql("UPDATE mortgage_supplement SET state = ?, refused = ?, answered_at = ? WHERE supplement_no = ? AND state = 'sent'")
                .params(refused == null ? "taken" : "refused", refused, CaseStore.time(at), supplementNo)
                .update();
    }

    /**
     * A case that was sent back and for which nothing was handed in since.
     *
     * @param dueOn as the registry told; null when it named no day
     */
    public record Awaited(String caseNo, LocalDate since, @Nullable LocalDate dueOn) {}

    public List<Awaited> awaited() {
        return jdbc.sql("SELECT case_no, (state_at AT TIME ZONE 'Asia/Shanghai')::date AS since, due_on FROM mortgage_case c WHERE state = 'supplement' AND NOT settled"
                        + " AND NOT EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND s.state <> 'refused' AND " + ANSWERS + ")")
                .query((row, i) -> new Awaited(row.getString("case_no"), row.getObject("since", LocalDate.class), row.getObject("due_on", LocalDate.class)))
                .list();
    }
}
