package io.jinqiao.mortgage.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.model.Doubt;
import io.jinqiao.mortgage.model.Limits;
import io.jinqiao.mortgage.model.Mark;
import io.jinqiao.mortgage.model.Standing;
import io.jinqiao.mortgage.model.Told;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases and what was told of each; the case's own columns follow from what was told. */
@Repository
public class CaseStore {
    private static final String SELECT = "SELECT case_no, partner, bank, application_no, content, filed_on, filed_at, refused, right_of, opinion_no, certificates FROM mortgage_case ";

    private final JdbcClient jdbc;
    private final PersonalData data;
    private final Folded folded;
    private final EnteredProofs proofs;

    public CaseStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
        this.folded = new Folded(jdbc, data);
        this.proofs = new EnteredProofs(jdbc, data);
    }

    /** By which way something was told. */
    public enum Way {
        RECEIPT,
        CALL_BACK,
        POLL,
        RECONCILIATION,
        /** somebody at the centre, who heard it at the registry */
        PERSON
    }

    /**
     * @param right number of the case that first applied for the right it is about; null: it is not known
     * @param certificates whether the registry hands certificates over
     * @return false when there is a case of this number already
     */
    public boolean open(FileCase filed, @Nullable String right, Limits.Days days, boolean certificates, Instant at) {
        RegistrationApplication application = filed.application();
        byte[] content = data.concealText(new Subject(filed.bank(), filed.applicationNo()), CanonicalJson.writeSorted(application.content()));
        return 1 == jdbc.sql("""
                        INSERT INTO mortgage_case (case_no, partner, bank, application_no, kind, area_code, content, content_digest, filed_by, filed_on,
                            filed_at, days_from, promised_by, legal_by, certificates, right_of, opinion_no)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(application.caseNo(), filed.registry().value(), filed.bank().value(), filed.applicationNo(), Words.of(application.kind()))
                .params(application.areaCode(), content, CanonicalJson.digest(application).bytes(), filed.by(), days.from(), time(at))
                .params(days.from(), days.promisedBy(), days.legalBy(), certificates, right, filed.opinionNo())
                .update();
    }

    /** The registry's days run anew. */
    public void days(String caseNo, Limits.Days days) {
        jdbc.sql("UPDATE mortgage_case SET days_from = ?, promised_by = ?, legal_by = ? WHERE case_no = ?")
                .params(days.from(), days.promisedBy(), days.legalBy(), caseNo)
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

    /** Whether a proof of this number was entered for another loan. */
    public boolean provesForAnother(PartnerId bank, String applicationNo, CertificateNumber proof) {
        return proofs.ofAnother(bank, applicationNo, proof);
    }

    /** Who files for the same application waits until the caller's commit; its loan may not be here to be held. */
    public void oneAtATime(PartnerId bank, String applicationNo) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('mortgage.case.' || ? || '/' || ?, 0))) l").params(bank.value(), applicationNo).query(Integer.class).single();
    }

    /** Another registry's case is unknown to this registry. */
    public Optional<StoredCase> lock(PartnerId registry, String caseNo) {
        return read(jdbc.sql(SELECT + "WHERE partner = ? AND case_no = ? FOR UPDATE").params(registry.value(), caseNo), true).stream().findFirst();
    }

    /** All cases of one loan, locked; in order of their numbers. */
    public List<StoredCase> ofLoan(PartnerId bank, String applicationNo) {
        return read(jdbc.sql(SELECT + "WHERE bank = ? AND application_no = ? ORDER BY case_no FOR UPDATE").params(bank.value(), applicationNo), true);
    }

    /** Some cases, locked, in order of their numbers; without those whose person's data were erased. */
    public List<StoredCase> readable(Collection<String> caseNos) {
        return caseNos.isEmpty() ? List.of() : read(jdbc.sql(SELECT + "WHERE case_no = ANY (?) ORDER BY case_no FOR UPDATE").param(texts(caseNos)), false);
    }

    /** All cases of the loans these cases belong to, locked, in order of their numbers; without those whose person's data were erased. */
    public List<StoredCase> ofLoansOf(PartnerId registry, Collection<String> caseNos) {
        return read(
                jdbc.sql(SELECT + """
                                WHERE (bank, application_no) IN (SELECT bank, application_no FROM mortgage_case WHERE partner = ? AND case_no = ANY (?))
                                ORDER BY case_no FOR UPDATE
                                """)
                        .params(registry.value(), texts(caseNos)),
                false);
    }

    private record CaseRow(PartnerId registry, PartnerId bank, String applicationNo, byte[] content, LocalDate filedOn, Instant filedAt, @Nullable String refused, @Nullable String right, @Nullable String opinionNo, boolean certificates) {
        static CaseRow of(ResultSet row, int number) throws SQLException {
            return new CaseRow(
                    new PartnerId(row.getString("partner")),
                    new PartnerId(row.getString("bank")),
                    row.getString("application_no"),
                    row.getBytes("content"),
                    row.getObject("filed_on", LocalDate.class),
                    row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                    row.getString("refused"),
                    row.getString("right_of"),
                    row.getString("opinion_no"),
                    row.getBoolean("certificates"));
        }
    }

    /** @param erased whether a case whose person's data were erased is an error; else it is left out */
    private List<StoredCase> read(JdbcClient.StatementSpec query, boolean erased) {
        List<CaseRow> rows = query.query(CaseRow::of).list();
        data.expect(rows.stream().map(CaseRow::content).toList());
        Map<String, CaseRow> readable = new LinkedHashMap<>();
        Map<String, RegistrationApplication> applications = new HashMap<>();
        for (CaseRow row : rows) {
            Optional<String> text = erased ? Optional.of(data.requireText(row.content())) : data.revealText(row.content());
            text.map(CanonicalJson::read).map(content -> (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(content)).ifPresent(application -> {
                readable.put(application.caseNo(), row);
                applications.put(application.caseNo(), application);
            });
        }
        Map<String, Standing> standings = folded.standings(applications);
        return readable.entrySet().stream()
                .map(one -> new StoredCase(
                        one.getValue().registry(),
                        one.getValue().bank(),
                        one.getValue().applicationNo(),
                        Objects.requireNonNull(applications.get(one.getKey())),
                        one.getValue().filedOn(),
                        one.getValue().filedAt(),
                        one.getValue().refused(),
                        one.getValue().right(),
                        one.getValue().opinionNo(),
                        one.getValue().certificates(),
                        standings.getOrDefault(one.getKey(), Standing.NOTHING_TOLD)))
                .toList();
    }

    /** Something told of a case. */
    public record Word(String caseNo, Told told) {}

    /** Which of these the registry told before: by the place in the list; what is missing is of no case of this registry. */
    public Map<Integer, Boolean> toldBefore(PartnerId registry, List<Word> words) {
        Map<Integer, Boolean> before = new HashMap<>();
        jdbc.sql("""
                        SELECT q.n - 1 AS place, EXISTS (SELECT 1 FROM mortgage_told t WHERE t.case_no = q.case_no AND t.digest = decode(q.digest, 'hex')) AS before
                        FROM unnest(?::text[], ?::text[]) WITH ORDINALITY AS q (case_no, digest, n) JOIN mortgage_case c ON c.case_no = q.case_no AND c.partner = ?
                        """)
                .params(texts(words.stream().map(Word::caseNo).toList()), texts(words.stream().map(word -> digest(ToldText.write(word.told())).hex()).toList()))
                .param(registry.value())
                .query((row, i) -> before.put(row.getInt("place"), row.getBoolean("before")))
                .list();
        return before;
    }

    /** They were heard of, and nothing new. Who is just now told something else is left alone. */
    public void heardAgain(Collection<String> caseNos, Instant at) {
        jdbc.sql("UPDATE mortgage_case SET heard_at = ?, unknown_there_at = NULL WHERE case_no IN (SELECT case_no FROM mortgage_case WHERE case_no = ANY (?) FOR UPDATE SKIP LOCKED)")
                .params(time(at), texts(caseNos))
                .update();
    }

    /** Keeps what was told, and what the case is after it. A thing that was told before is not kept again, and changes nothing. */
    public Standing hear(StoredCase from, Told told, Way way, @Nullable MessageId message, Instant at) {
        if (toldBefore(from.registry(), List.of(new Word(from.application().caseNo(), told))).getOrDefault(0, false)) {
            heardAgain(List.of(from.application().caseNo()), at);
            return from.standing();
        }
        Standing after = from.standing().after(from.filed(), told);
        hear(List.of(new News(from, told, after)), way, message, at);
        return after;
    }

    /** How many things were told of a case. */
    public int told(String caseNo) {
        return jdbc.sql("SELECT count(*) FROM mortgage_told WHERE case_no = ?").param(caseNo).query(Integer.class).single();
    }

    /** A person looked at what is in doubt: until something new is told it is not. @return what the case is after it */
    public Standing looked(StoredCase at, Looked command, Instant now) {
        Set<Doubt> doubts = at.standing().doubts();
        if (doubts.isEmpty()) {
            return at.standing();
        }
        jdbc.sql("""
                        INSERT INTO mortgage_look (case_no, told_upto, doubts, verdict, reason, said_by, said_at)
                        SELECT ?, max(id), ?, ?, ?, ?, ? FROM mortgage_told WHERE case_no = ?
                        """)
                .params(command.caseNo(), texts(doubts.stream().map(Words::of).sorted().toList()))
                .params(command.verdict() == null ? null : Words.of(command.verdict()), command.reason(), command.by(), time(now), command.caseNo())
                .update();
        Standing after = at.standing().lookedAt(at.filed(), command.verdict() == Looked.Verdict.STANDS);
        write(List.of(new News(at, null, after)), null);
        return after;
    }

    /** Whichever registry has it. */
    public Optional<StoredCase> lock(String caseNo) {
        return read(jdbc.sql(SELECT + "WHERE case_no = ? FOR UPDATE").param(caseNo), true).stream().findFirst();
    }

    /** @param told null: a person looked @param after what the case is after it */
    public record News(StoredCase of, @Nullable Told told, Standing after) {
        String caseNo() {
            return of.application().caseNo();
        }

        Told heard() {
            return Objects.requireNonNull(told);
        }
    }

    /** The same for many; of several things about one case the last says what it is. */
    public void hear(List<News> news, Way way, @Nullable MessageId message, Instant at) {
        List<String> written = news.stream().map(one -> ToldText.write(one.heard())).toList();
        List<String> concealed = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            StoredCase of = news.get(i).of();
            concealed.add(HexFormat.of().formatHex(data.concealText(new Subject(of.bank(), of.applicationNo()), written.get(i))));
        }
        jdbc.sql("""
                        INSERT INTO mortgage_told (case_no, digest, kind, content, way, message_id, heard_at, word, happened_at)
                        SELECT q.case_no, decode(q.digest, 'hex'), q.kind, decode(q.content, 'hex'), ?, ?, ?, q.word, q.happened_at::timestamptz
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS q (case_no, digest, kind, content, word, happened_at, n)
                        ORDER BY q.n ON CONFLICT DO NOTHING
                        """)
                .params(Words.of(way), message == null ? null : message.value(), time(at))
                .params(texts(news.stream().map(News::caseNo).toList()), texts(written.stream().map(text -> digest(text).hex()).toList()))
                .params(texts(news.stream().map(one -> ToldText.kind(one.heard())).toList()), texts(concealed))
                .params(column(news, one -> ToldText.word(one.heard())), column(news, one -> ToldText.happenedAt(one.heard()).toString()))
                .update();
        proofs.keep(news);
        Map<String, News> last = new LinkedHashMap<>();
        news.forEach(one -> last.put(one.caseNo(), one));
        write(List.copyOf(last.values()), at);
    }

    /** A case the registry tells of is refused no more, whichever came first. @param at when it was told; null: nothing was, a person looked */
    private void write(List<News> news, @Nullable Instant at) {
        jdbc.sql("""
                        UPDATE mortgage_case c SET registry_no = q.registry_no, state = q.state, state_at = q.state_at::timestamptz, registered = q.registered::boolean,
                            certified = q.certified::boolean, settled = q.settled::boolean, doubts = string_to_array(q.doubts, ' '), due_on = q.due_on::date, asked_for = q.asked_for, entry_from = q.entry_from::timestamptz, heard_at = coalesce(?, heard_at), unknown_there_at = CASE WHEN ? THEN unknown_there_at END,
                            refused = CASE WHEN q.state IS NULL THEN c.refused END
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                            AS q (case_no, registry_no, state, state_at, registered, certified, settled, doubts, due_on, asked_for, entry_from)
                        WHERE c.case_no = q.case_no
                        """)
                .params(at == null ? null : time(at), at == null, texts(news.stream().map(News::caseNo).toList()))
                .param(column(news, one -> one.after().registryNo()))
                .param(column(news, one -> one.after().mark() == null ? null : Words.of(one.after().mark().state())))
                .param(column(news, one -> one.after().mark() == null ? null : one.after().mark().at().toString()))
                .param(column(news, one -> "" + one.after().registered()))
                .param(column(news, one -> "" + one.after().certified()))
                .param(column(news, one -> "" + one.after().settled(one.of().certificates())))
                .param(column(news, one -> one.after().doubts().stream().map(Words::of).sorted().collect(Collectors.joining(" "))))
                .param(column(news, one -> one.after().mark() == null || one.after().mark().dueOn() == null ? null : one.after().mark().dueOn().toString()))
                .param(column(news, one -> one.after().mark() == null ? null : askedFor(one.after().mark())))
                .param(column(news, one -> one.after().enteredAnew() == null ? null : one.after().enteredAnew().toString()))
                .update();
    }

    /** What it was sent back for, of which day; null when it was not. */
    static @Nullable String askedFor(Mark mark) {
        return mark.state() != RegistrationState.SUPPLEMENT
                ? null
                : digest(LocalDate.ofInstant(mark.at(), WorkingCalendar.ZONE) + " " + mark.dueOn() + " " + mark.reason()).hex();
    }

    private static @Nullable String[] column(List<News> news, Function<News, @Nullable String> value) {
        return news.stream().map(value).toArray(String[]::new);
    }

    static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The registry does not take the application: there is nothing to ask about. */
    public void refused(String caseNo, String codes, Instant at) {
        jdbc.sql("UPDATE mortgage_case SET refused = ?, settled = true, heard_at = ? WHERE case_no = ?")
                .params(codes, time(at), caseNo)
                .update();
    }

    /** The registry says it has no such case: nobody knows what became of it, and a person must ask there. */
    public void unknownThere(PartnerId registry, String caseNo, Instant at) {
        jdbc.sql("UPDATE mortgage_case SET unknown_there_at = coalesce(unknown_there_at, ?) WHERE partner = ? AND case_no = ? AND NOT settled")
                .params(time(at), registry.value(), caseNo)
                .update();
    }

    /** A case whose turn it is to be asked about. */
    public record Silent(PartnerId registry, String caseNo, @Nullable String registryNo, boolean registered) {}

    /** Cases of these registries that were heard of or asked about last before then, the longest silent first; marked as asked about. */
    public List<Silent> askAbout(Collection<PartnerId> registries, Instant before, Instant now, int limit) {
        return jdbc.sql("""
                        UPDATE mortgage_case SET asked_at = ? WHERE case_no IN (
                            SELECT case_no FROM mortgage_case
                            WHERE NOT settled AND greatest(filed_at, heard_at, asked_at) < ? AND partner = ANY (?)
                                AND NOT EXISTS (SELECT 1 FROM mortgage_superseded s WHERE s.case_no = mortgage_case.case_no)
                            ORDER BY greatest(filed_at, heard_at, asked_at) LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING partner, case_no, registry_no, registered
                        """)
                .params(time(now), time(before), texts(registries.stream().map(PartnerId::value).toList()), limit)
                .query((row, i) -> new Silent(new PartnerId(row.getString("partner")), row.getString("case_no"), row.getString("registry_no"), row.getBoolean("registered")))
                .list();
    }

    /** Of these registries' cases those of which an entry may be lost, not asked about since then; marked as asked about. */
    public List<Silent> askAboutEntries(Collection<PartnerId> registries, Instant before, Instant now, int limit) {
        return jdbc.sql("""
                        UPDATE mortgage_case SET asked_at = ? WHERE case_no IN (
                            SELECT case_no FROM mortgage_case
                            WHERE entry_from IS NOT NULL AND entry_from IS DISTINCT FROM entry_answered AND (asked_at IS NULL OR asked_at < ?) AND partner = ANY (?)
                            ORDER BY asked_at NULLS FIRST LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING partner, case_no, registry_no, registered
                        """)
                .params(time(now), time(before), texts(registries.stream().map(PartnerId::value).toList()), limit)
                .query((row, i) -> new Silent(new PartnerId(row.getString("partner")), row.getString("case_no"), row.getString("registry_no"), row.getBoolean("registered")))
                .list();
    }

    /** The registry was asked what it entered, and answered. */
    public void entryAnswered(PartnerId registry, String caseNo) {
        jdbc.sql("UPDATE mortgage_case SET entry_answered = entry_from WHERE partner = ? AND case_no = ? AND entry_from IS NOT NULL")
                .params(registry.value(), caseNo)
                .update();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
