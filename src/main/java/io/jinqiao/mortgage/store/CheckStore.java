package io.jinqiao.mortgage.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions to the register, and what follows from the answers. */
@Repository
public class CheckStore {
    private final JdbcClient jdbc;
    private final PersonalData data;

    public CheckStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /**
     * Whom a question was asked for.
     *
     * @param requestNo null: asked at acceptance, or about a building
     * @param caseNo case whose pre-notices wait for the building; null: not asked about it
     * @param verdict null before an answer
     */
    public record Asked(
            PartnerId registry,
            PartnerId bank,
            String applicationNo,
            @Nullable String requestNo,
            @Nullable String caseNo,
            Clearance.@Nullable Verdict verdict,
            @Nullable String refused) {}

    public void asked(PartnerId registry, PartnerId bank, String applicationNo, @Nullable String requestNo, PropertyCheck question, Instant at) {
        jdbc.sql("INSERT INTO mortgage_check (check_no, partner, bank, application_no, request_no, asked_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(question.checkNo(), registry.value(), bank.value(), applicationNo, requestNo, CaseStore.time(at))
                .update();
    }

    public void askedAboutTheBuilding(StoredCase of, PropertyCheck question, Instant at) {
        jdbc.sql("INSERT INTO mortgage_check (check_no, partner, bank, application_no, case_no, asked_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(question.checkNo(), of.registry().value(), of.bank().value(), of.applicationNo(), of.application().caseNo(), CaseStore.time(at))
                .update();
    }

    /**
     * Cases whose pre-notices stand in the register and of whose building nobody knows when it was registered first, asked about last before then.
     *
     * @param registries those that can be asked
     */
    public List<String> waitingForTheBuilding(Collection<PartnerId> registries, Instant before, int limit) {
        return jdbc.sql("""
                        SELECT c.case_no FROM mortgage_case c
                        LEFT JOIN LATERAL (SELECT max(asked_at) AS at FROM mortgage_check k WHERE k.case_no = c.case_no) asked ON true
                        WHERE c.kind = 'double-pre-notice' AND c.registered AND c.partner = ANY (?) AND coalesce(asked.at, c.filed_at) < ?
                            AND NOT EXISTS (SELECT 1 FROM mortgage_possible p WHERE p.case_no = c.case_no)
                            AND NOT EXISTS (SELECT 1 FROM mortgage_case v WHERE v.bank = c.bank AND v.application_no = c.application_no
                                AND v.kind IN ('conversion', 'cancellation') AND v.registered)
                        ORDER BY asked.at NULLS FIRST, c.case_no LIMIT ?
                        """)
                .params(registries.stream().map(PartnerId::value).toArray(String[]::new), CaseStore.time(before), limit)
                .query(String.class)
                .list();
    }

    public Optional<Asked> find(String checkNo) {
        return jdbc.sql("SELECT partner, bank, application_no, request_no, case_no, verdict, refused FROM mortgage_check WHERE check_no = ?")
                .param(checkNo)
                .query((row, i) -> new Asked(
                        new PartnerId(row.getString("partner")),
                        new PartnerId(row.getString("bank")),
                        row.getString("application_no"),
                        row.getString("request_no"),
                        row.getString("case_no"),
                        row.getString("verdict") == null ? null : Words.parse(row.getString("verdict"), Clearance.Verdict.class),
                        row.getString("refused")))
                .optional();
    }

    /** @param hindrances in words */
    public void answered(String checkNo, Asked asked, PropertyCheck.Answer answer, Clearance clearance, List<String> hindrances, Instant at) {
        Subject about = new Subject(asked.bank(), asked.applicationNo());
        jdbc.sql("""
                        UPDATE mortgage_check SET answered_at = ?, checked_at = ?, verdict = ?, hindrances = ?, answer = ?, refused = NULL WHERE check_no = ?
                        """)
                .params(CaseStore.time(at), CaseStore.time(answer.checkedAt()), Words.of(clearance.verdict()))
                .param(hindrances.toArray(String[]::new))
                .params(data.concealText(about, CanonicalJson.writeSorted(answer.content())), checkNo)
                .update();
    }

    /** How many answers to questions for a request found something in the way. */
    public long inTheWay(PartnerId bank, String requestNo) {
        return jdbc.sql("SELECT count(*) FROM mortgage_check WHERE bank = ? AND request_no = ? AND verdict = 'in-the-way'")
                .params(bank.value(), requestNo)
                .query(Long.class)
                .single();
    }

    /** How many questions for a request as it is now were refused since the last that was answered. */
    public long refusedInARow(PartnerId bank, String requestNo) {
        return jdbc.sql("""
                        SELECT count(*) FROM mortgage_check k JOIN mortgage_request r ON r.bank = k.bank AND r.request_no = k.request_no
                        WHERE k.bank = :bank AND k.request_no = :request AND k.refused IS NOT NULL AND k.asked_at >= r.taken_at
                            AND NOT EXISTS (SELECT 1 FROM mortgage_check later WHERE later.bank = k.bank AND later.request_no = k.request_no
                                AND later.verdict IS NOT NULL AND later.asked_at > k.asked_at)
                        """)
                .param("bank", bank.value())
                .param("request", requestNo)
                .query(Long.class)
                .single();
    }

    public void refused(String checkNo, String codes, Instant at) {
        jdbc.sql("UPDATE mortgage_check SET answered_at = ?, refused = ? WHERE check_no = ?").params(CaseStore.time(at), codes, checkNo).update();
    }
}
