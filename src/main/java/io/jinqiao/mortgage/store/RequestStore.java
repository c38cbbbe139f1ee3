package io.jinqiao.mortgage.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import io.jinqiao.mortgage.model.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests of branches from the visit to the registry. */
@Repository
public class RequestStore {
    private static final String SELECT =
            "SELECT bank, request_no, application_no, kind, origin, in_force, opinion_no, content, check_no FROM mortgage_request WHERE state = 'held' AND ";

    private final JdbcClient jdbc;
    private final PersonalData data;

    public RequestStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /**
     * Keeps a request; whatever else is held for the same loan is replaced by it.
     *
     * @param prepared whether it was made from the application; such a one never takes the place of another
     * @param opinionNo approval it is made for, when there is one, its contract sealed or not
     * @return false when its number is used
     */
    public boolean take(PartnerId bank, MortgageApplication request, boolean prepared, boolean inForce, @Nullable String opinionNo, MessageId message, Instant at) {
        String text = CanonicalJson.writeSorted(request.content());
        jdbc.sql("""
                        UPDATE mortgage_request SET state = 'replaced', content = NULL, waits_for = '{}', ended_at = ?, ended_by = ?
                        WHERE bank = ? AND application_no = ? AND state = 'held' AND request_no <> ?
                        """)
                .params(CaseStore.time(at), request.requestNo(), bank.value(), request.applicationNo(), request.requestNo())
                .update();
        return 1 == jdbc.sql("""
                        INSERT INTO mortgage_request (bank, request_no, application_no, kind, origin, state, in_force, opinion_no, waits_for, content, content_digest,
                            message_id, taken_at)
                        VALUES (?, ?, ?, ?, ?, 'held', ?, ?, '{}', ?, ?, ?, ?)
                        ON CONFLICT (bank, request_no) DO UPDATE SET kind = excluded.kind, origin = excluded.origin, in_force = excluded.in_force, opinion_no = excluded.opinion_no,
                            content = excluded.content, content_digest = excluded.content_digest, message_id = excluded.message_id,
                            taken_at = excluded.taken_at, check_no = NULL
                        WHERE mortgage_request.origin = 'application' AND mortgage_request.state = 'held'
                        """)
                .params(bank.value(), request.requestNo(), request.applicationNo(), Words.of(request.kind()), prepared ? "application" : "bank", inForce, opinionNo)
                .params(data.concealText(about(bank, request.applicationNo()), text), CanonicalJson.digest(request).bytes(), message.value(), CaseStore.time(at))
                .update();
    }

    /** Requests of a loan that are held, locked. */
    public List<StoredRequest> held(PartnerId bank, String applicationNo) {
        return jdbc.sql(SELECT + "bank = ? AND application_no = ? ORDER BY request_no FOR UPDATE")
                .params(bank.value(), applicationNo)
                .query((row, i) -> read(row))
                .list();
    }

    public Optional<StoredRequest> held(PartnerId bank, String applicationNo, String requestNo) {
        return held(bank, applicationNo).stream().filter(request -> request.requestNo().equals(requestNo)).findFirst();
    }

    /** Requests of a loan in force for which a paper is not here, locked. */
    public List<StoredRequest> waitingForMaterials(PartnerId bank, String applicationNo) {
        return jdbc.sql(SELECT + "in_force AND 'materials-missing' = ANY (waits_for) AND bank = ? AND application_no = ? ORDER BY request_no FOR UPDATE")
                .params(bank.value(), applicationNo)
                .query((row, i) -> read(row))
                .list();
    }

    /** Whether a cancellation is held for a loan. */
    public boolean cancellationHeld(PartnerId bank, String applicationNo) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM mortgage_request WHERE bank = ? AND application_no = ? AND state = 'held' AND kind = 'cancellation')")
                .params(bank.value(), applicationNo)
                .query(Boolean.class)
                .single();
    }

    /** Whether a first registration is held for a loan. */
    public boolean firstHeld(PartnerId bank, String applicationNo) {
        return !firstHeld(bank, List.of(applicationNo)).isEmpty();
    }

    /** Requests whose loan is in force and that waited for the register since before then, locked and marked as tried; those first that were not tried for the longest time. What is held of a person whose data were erased is left out. */
    public List<StoredRequest> waitingForTheRegister(Instant before, Instant now, int limit) {
        List<Turn> turn = jdbc.sql("""
                        SELECT r.bank, r.request_no, r.application_no, r.kind, r.origin, r.in_force, r.opinion_no, r.content, r.check_no FROM mortgage_request r
                        LEFT JOIN mortgage_check c ON c.check_no = r.check_no
                        WHERE r.state = 'held' AND r.in_force AND NOT 'check-refused' = ANY (r.waits_for) AND (c.asked_at IS NULL OR c.asked_at < ?)
                        ORDER BY r.tried_at NULLS FIRST, c.asked_at NULLS FIRST, r.taken_at, r.request_no LIMIT ? FOR UPDATE OF r SKIP LOCKED
                        """)
                .params(CaseStore.time(before), limit)
                .query((row, i) -> new Turn(row.getString("bank"), row.getString("request_no"), data.reveal(row.getBytes("content")).isPresent() ? Optional.of(read(row)) : Optional.empty()))
                .list();
        jdbc.sql("UPDATE mortgage_request r SET tried_at = ? FROM unnest(?::text[], ?::text[]) AS q (bank, request_no) WHERE r.bank = q.bank AND r.request_no = q.request_no")
                .params(CaseStore.time(now), CaseStore.texts(turn.stream().map(Turn::bank).toList()), CaseStore.texts(turn.stream().map(Turn::requestNo).toList()))
                .update();
        return turn.stream().flatMap(one -> one.readable().stream()).toList();
    }

    private record Turn(String bank, String requestNo, Optional<StoredRequest> readable) {}

    private StoredRequest read(ResultSet row) throws SQLException {
        return new StoredRequest(
                new PartnerId(row.getString("bank")),
                row.getString("request_no"),
                row.getString("application_no"),
                Words.parse(row.getString("kind"), Kind.class),
                row.getString("origin").equals("application"),
                row.getBoolean("in_force"),
                row.getString("opinion_no"),
                CanonicalJson.read(data.requireText(row.getBytes("content"))),
                row.getString("check_no"));
    }

    /** The loan is in force: a prepared request is complete now. */
    public void inForce(StoredRequest request) {
        Content.Group content = request.content();
        jdbc.sql("UPDATE mortgage_request SET in_force = true, opinion_no = ?, content = ? WHERE bank = ? AND request_no = ?")
                .params(request.opinionNo(), data.concealText(about(request.bank(), request.applicationNo()), CanonicalJson.writeSorted(content)))
                .params(request.bank().value(), request.requestNo())
                .update();
    }

    public void waits(StoredRequest request, Collection<Wait> waits) {
        jdbc.sql("UPDATE mortgage_request SET waits_for = ? WHERE bank = ? AND request_no = ?")
                .param(waits.stream().map(Words::of).sorted().toArray(String[]::new))
                .params(request.bank().value(), request.requestNo())
                .update();
    }

    public void asked(StoredRequest request, String checkNo) {
        jdbc.sql("UPDATE mortgage_request SET check_no = ? WHERE bank = ? AND request_no = ?")
                .params(checkNo, request.bank().value(), request.requestNo())
                .update();
    }

    public void filed(StoredRequest request, String caseNo) {
        jdbc.sql("UPDATE mortgage_request SET state = 'filed', case_no = ?, waits_for = '{}' WHERE bank = ? AND request_no = ?")
                .params(caseNo, request.bank().value(), request.requestNo())
                .update();
    }

    /** The approval was taken back: whatever is held waits again, with the terms it had. */
    public void noLongerInForce(PartnerId bank, String applicationNo) {
        jdbc.sql("""
                        UPDATE mortgage_request SET in_force = false, waits_for = ? WHERE bank = ? AND application_no = ? AND state = 'held'
                            AND kind <> 'cancellation'
                        """)
                .param(new String[] {Words.of(Wait.LOAN_NOT_IN_FORCE)})
                .params(bank.value(), applicationNo)
                .update();
    }

    /** What is held for a loan is destroyed; its digest and the message that brought it stay as proof. */
    public void destroy(PartnerId bank, String applicationNo, String by, Instant at) {
        jdbc.sql("""
                        UPDATE mortgage_request SET state = 'destroyed', content = NULL, waits_for = '{}', ended_at = ?, ended_by = ?
                        WHERE bank = ? AND application_no = ? AND state = 'held' AND kind <> 'cancellation'
                        """)
                .params(CaseStore.time(at), by, bank.value(), applicationNo)
                .update();
    }

    /** Numbers of the requests these cases were filed for, by the number of the case. */
    public Map<String, String> requestNos(Collection<String> caseNos) {
        Map<String, String> numbers = new HashMap<>();
        jdbc.sql("SELECT case_no, request_no FROM mortgage_request WHERE case_no = ANY (?)")
                .param(caseNos.toArray(String[]::new))
                .query((row, i) -> numbers.put(row.getString("case_no"), row.getString("request_no")))
                .list();
        return numbers;
    }

    /** Of these applications of a bank those for which a first registration is held. */
    public Set<String> firstHeld(PartnerId bank, Collection<String> applicationNos) {
        return Set.copyOf(jdbc.sql("""
                        SELECT DISTINCT application_no FROM mortgage_request
                        WHERE bank = ? AND application_no = ANY (?) AND state = 'held' AND kind IN ('double-pre-notice', 'mortgage')
                        """)
                .params(bank.value(), applicationNos.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The bank's number of the request a case was filed for; empty when a person had it filed. */
    public Optional<String> requestNo(String caseNo) {
        return jdbc.sql("SELECT request_no FROM mortgage_request WHERE case_no = ?").param(caseNo).query(String.class).optional();
    }

    private static Subject about(PartnerId bank, @Nullable String applicationNo) {
        return new Subject(bank, applicationNo);
    }
}
