package io.jinqiao.mortgage.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import io.jinqiao.mortgage.FileCase;
import io.jinqiao.mortgage.model.Filed;
import io.jinqiao.mortgage.model.Standing;
import io.jinqiao.mortgage.model.Told;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases and what was told of each; the case's own columns follow from what was told. */
@Repository
public class CaseStore {
    private static final String SELECT = "SELECT case_no, partner, bank, application_no, content, filed_on, refused FROM mortgage_case ";

    private final JdbcClient jdbc;
    private final PersonalData data;

    public CaseStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** By which way something was told. */
    public enum Way {
        RECEIPT,
        CALL_BACK,
        POLL,
        RECONCILIATION
    }

    /** @return false when there is a case of this number already */
    public boolean open(FileCase filed, LocalDate on, LocalDate promisedBy, LocalDate legalBy, Instant at) {
        RegistrationApplication application = filed.application();
        byte[] content = data.concealText(new Subject(filed.bank(), filed.applicationNo()), CanonicalJson.writeSorted(application.content()));
        return 1 == jdbc.sql("""
                        INSERT INTO mortgage_case (case_no, partner, bank, application_no, kind, area_code, content, content_digest, filed_by, filed_on,
                            filed_at, promised_by, legal_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(application.caseNo(), filed.registry().value(), filed.bank().value(), filed.applicationNo(), Words.of(application.kind()))
                .params(application.areaCode(), content, CanonicalJson.digest(application).bytes(), filed.by(), on, time(at))
                .params(promisedBy, legalBy)
                .update();
    }

    /** Whether the case of this number was opened with the same content for the same application. */
    public boolean same(FileCase filed) {
        return jdbc.sql("""
                        SELECT count(*) FROM mortgage_case
                        WHERE case_no = ? AND partner = ? AND bank = ? AND application_no = ? AND content_digest = ?
                        """)
                .params(filed.application().caseNo(), filed.registry().value(), filed.bank().value(), filed.applicationNo())
                .param(CanonicalJson.digest(filed.application()).bytes())
                .query(Long.class)
                .single()
                > 0;
    }

    /** Another registry's case is unknown to this registry. */
    public Optional<StoredCase> lock(PartnerId registry, String caseNo) {
        return jdbc.sql(SELECT + "WHERE partner = ? AND case_no = ? FOR UPDATE").params(registry.value(), caseNo).query((row, i) -> read(row)).optional();
    }

    /** All cases of one loan, locked; in order of their numbers. */
    public List<StoredCase> ofLoan(PartnerId bank, String applicationNo) {
        return jdbc.sql(SELECT + "WHERE bank = ? AND application_no = ? ORDER BY case_no FOR UPDATE")
                .params(bank.value(), applicationNo)
                .query((row, i) -> read(row))
                .list();
    }

    private StoredCase read(ResultSet row) throws SQLException {
        RegistrationApplication application = (RegistrationApplication)
                Operation.REGISTRATION_APPLICATION.read(CanonicalJson.read(data.requireText(row.getBytes("content"))));
        return new StoredCase(
                new PartnerId(row.getString("partner")),
                new PartnerId(row.getString("bank")),
                row.getString("application_no"),
                application,
                row.getObject("filed_on", LocalDate.class),
                row.getString("refused"),
                standing(application.caseNo(), Filed.of(application)));
    }

    private Standing standing(String caseNo, Filed filed) {
        Standing standing = Standing.NOTHING_TOLD;
        for (Told told : told(caseNo)) {
            standing = standing.after(filed, told);
        }
        return standing;
    }

    private List<Told> told(String caseNo) {
        return jdbc.sql("SELECT kind, content FROM mortgage_told WHERE case_no = ? ORDER BY id")
                .param(caseNo)
                .query((row, i) -> ToldText.read(row.getString("kind"), data.requireText(row.getBytes("content"))))
                .list();
    }

    /** Keeps what was told, and what the case is after it. A thing that was told before is not kept again. */
    public Standing hear(StoredCase from, Told told, Way way, @Nullable MessageId message, Instant at) {
        String caseNo = from.application().caseNo();
        String text = ToldText.write(told);
        jdbc.sql("""
                        INSERT INTO mortgage_told (case_no, digest, kind, content, way, message_id, heard_at, word, happened_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(caseNo, Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes(), ToldText.kind(told))
                .params(data.concealText(new Subject(from.bank(), from.applicationNo()), text), Words.of(way))
                .params(message == null ? null : message.value(), time(at), ToldText.word(told), time(ToldText.happenedAt(told)))
                .update();
        Standing after = from.standing().after(from.filed(), told);
        write(caseNo, after, at);
        return after;
    }

    private void write(String caseNo, Standing standing, Instant at) {
        jdbc.sql("""
                        UPDATE mortgage_case SET registry_no = ?, state = ?, state_at = ?, registered = ?, certified = ?, settled = ?,
                            doubts = ?, due_on = ?, heard_at = ? WHERE case_no = ?
                        """)
                .params(standing.registryNos().isEmpty() ? null : standing.registryNos().first())
                .params(standing.mark() == null ? null : Words.of(standing.mark().state()), standing.mark() == null ? null : time(standing.mark().at()))
                .params(standing.registered(), standing.certified(), standing.settled())
                .param(standing.doubts().stream().map(Words::of).sorted().toArray(String[]::new))
                .params(standing.mark() == null ? null : standing.mark().dueOn(), time(at), caseNo)
                .update();
    }

    /** The registry does not take the application: there is nothing to ask about. */
    public void refused(String caseNo, String codes, Instant at) {
        jdbc.sql("UPDATE mortgage_case SET refused = ?, settled = true, heard_at = ? WHERE case_no = ?")
                .params(codes, time(at), caseNo)
                .update();
    }

    /** A case whose turn it is to be asked about. */
    public record Silent(PartnerId registry, String caseNo, @Nullable String registryNo) {}

    /** Cases that were heard of or asked about last before then, the longest silent first; marked as asked about. */
    public List<Silent> askAbout(Instant before, Instant now, int limit) {
        return jdbc.sql("""
                        UPDATE mortgage_case SET asked_at = ? WHERE case_no IN (
                            SELECT case_no FROM mortgage_case
                            WHERE NOT settled AND greatest(filed_at, heard_at, asked_at) < ?
                            ORDER BY greatest(filed_at, heard_at, asked_at) LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING partner, case_no, registry_no
                        """)
                .params(time(now), time(before), limit)
                .query((row, i) -> new Silent(new PartnerId(row.getString("partner")), row.getString("case_no"), row.getString("registry_no")))
                .list();
    }

    /** Registries whose day was not reconciled yet although cases of theirs were open on it; marked as begun. */
    public List<PartnerId> reconcile(LocalDate day, Instant now) {
        return jdbc.sql("""
                        INSERT INTO mortgage_day (partner, day, begun_at)
                        SELECT DISTINCT partner, ?::date, ?::timestamptz FROM mortgage_case WHERE filed_on <= ? AND (NOT settled OR heard_at::date >= ?)
                        ON CONFLICT DO NOTHING RETURNING partner
                        """)
                .params(day, time(now), day, day)
                .query((row, i) -> new PartnerId(row.getString("partner")))
                .list();
    }

    /** The last page of a day was read. @param unknown cases the registry named that are none of ours */
    public void reconciled(PartnerId registry, LocalDate day, int told, int unknown, boolean last, Instant now) {
        jdbc.sql("""
                        UPDATE mortgage_day SET rows = rows + ?, unknown = unknown + ?, done_at = CASE WHEN ? THEN ?::timestamptz ELSE done_at END
                        WHERE partner = ? AND day = ?
                        """)
                .params(told, unknown, last, time(now), registry.value(), day)
                .update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
