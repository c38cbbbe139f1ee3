package io.jinqiao.credit.store;

import io.jinqiao.credit.AskForReport;
import io.jinqiao.credit.CreditEnquiries.Unusual;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enquiries and what they brought; reports lie concealed under the key of their application. */
@Repository
public class EnquiryStore {
    private static final String TODAY = "asked_at >= ?::date AT TIME ZONE 'Asia/Shanghai' AND asked_at < (?::date + 1) AT TIME ZONE 'Asia/Shanghai'";

    private final JdbcClient jdbc;
    private final PersonalData data;

    public EnquiryStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** @param uses enquiry whose report is used again; null: none */
    public record Stored(long number, PartnerId center, AskForReport wanted, String state, @Nullable Long uses, @Nullable String agreedBy) {}

    /** One user's enquiries are judged one after the other. Until the transaction ends. */
    public void oneAtATime(String user) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))").param("credit-enquiry/" + user).query((row, i) -> i).single();
    }

    /** Questions about one loan's people leave one after the other. Until the transaction ends. */
    public void oneAtATime(AskForReport wanted) {
        oneAtATime(wanted.bank().value() + "/" + wanted.applicationNo());
    }

    /** Whether the same person was asked about for the same purpose and nothing came back yet. */
    public boolean underWay(AskForReport wanted) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM credit_enquiry WHERE partner = ? AND application_no = ? AND person = ? AND purpose = ? AND state = 'asked')")
                .params(wanted.bank().value(), wanted.applicationNo(), wanted.person(), Words.of(wanted.purpose()))
                .query(Boolean.class)
                .single();
    }

    /** A number of sixteen digits that was never given before. The day's row is locked until the transaction ends. */
    public String nextNumber(LocalDate day) {
        int last = jdbc.sql("INSERT INTO credit_enquiry_number (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = credit_enquiry_number.last + 1 RETURNING last")
                .param(day)
                .query(Integer.class)
                .single();
        return DateTimeFormatter.BASIC_ISO_DATE.format(day) + String.format("%08d", last);
    }

    public long insert(PartnerId center, AskForReport wanted, Instant at) {
        return jdbc.sql("INSERT INTO credit_enquiry (center, partner, application_no, person, purpose, state, asked_by, asked_at) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?) RETURNING number")
                .params(center.value(), wanted.bank().value(), wanted.applicationNo(), wanted.person(), Words.of(wanted.purpose()), wanted.by(), Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    public void agreed(long number, String by, Instant at) {
        jdbc.sql("UPDATE credit_enquiry SET agreed_by = ?, agreed_at = ? WHERE number = ?").params(by, Timestamp.from(at), number).update();
    }

    public void declined(long number) {
        jdbc.sql("UPDATE credit_enquiry SET state = 'declined' WHERE number = ?").param(number).update();
    }

    /** @param consent digest of the document it stands on */
    public void asked(long number, String enquiryNo, String consent) {
        jdbc.sql("UPDATE credit_enquiry SET state = 'asked', enquiry_no = ?, consent = ? WHERE number = ?").params(enquiryNo, consent, number).update();
    }

    public void reused(long number, long uses, String consent) {
        jdbc.sql("UPDATE credit_enquiry SET state = 'reused', uses = ?, consent = ? WHERE number = ?").params(uses, consent, number).update();
    }

    /** Locked until the transaction ends. */
    public Optional<Stored> find(long number) {
        return one("number = ?", number);
    }

    /** The same by its number on the wire. */
    public Optional<Stored> sent(String enquiryNo) {
        return one("enquiry_no = ?", enquiryNo);
    }

    private Optional<Stored> one(String where, Object key) {
        return jdbc.sql("SELECT * FROM credit_enquiry WHERE " + where + " FOR UPDATE")
                .param(key)
                .query((row, i) -> new Stored(
                        row.getLong("number"), new PartnerId(row.getString("center")),
                        new AskForReport(
                                new PartnerId(row.getString("partner")), row.getString("application_no"), row.getString("person"), Words.parse(row.getString("purpose"), Reason.class), row.getString("asked_by")),
                        row.getString("state"), row.getObject("uses", Long.class), row.getString("agreed_by")))
                .optional();
    }

    /** The newest report of the same person for the same purpose. */
    public Optional<Newest> newest(AskForReport wanted) {
        return jdbc.sql("SELECT number, answered_at FROM credit_enquiry WHERE partner = ? AND application_no = ? AND person = ? AND purpose = ? AND state IN ('found', 'no-record')"
                        + " ORDER BY answered_at DESC LIMIT 1")
                .params(wanted.bank().value(), wanted.applicationNo(), wanted.person(), Words.of(wanted.purpose()))
                .query((row, i) -> new Newest(row.getLong(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    public record Newest(long number, Instant at) {}

    /** How many a user asked for on a day, one aside; what waits counts, what was declined or used again does not. */
    public int askedOn(LocalDate day, String user, long but) {
        return jdbc.sql("SELECT count(*) FROM credit_enquiry WHERE asked_by = ? AND number <> ? AND state NOT IN ('declined', 'reused') AND " + TODAY)
                .params(user, but, day, day)
                .query(Integer.class)
                .single();
    }

    public void found(Stored of, String report, ReportFacts facts, Instant at) {
        Subject about = new Subject(of.wanted().bank(), of.wanted().applicationNo());
        jdbc.sql("UPDATE credit_enquiry SET state = 'found', report = ?, facts = ?, answered_at = ? WHERE number = ?")
                .params(data.concealText(about, report), data.concealText(about, CanonicalJson.write(facts.content())), Timestamp.from(at), of.number())
                .update();
    }

    /** @param report as it came, where one came that nobody can read */
    public void ended(Stored of, String state, @Nullable String codes, @Nullable String report, Instant at) {
        Subject about = new Subject(of.wanted().bank(), of.wanted().applicationNo());
        jdbc.sql("UPDATE credit_enquiry SET state = ?, codes = ?, report = ?, answered_at = ? WHERE number = ?")
                .param(state)
                .param(codes)
                .param(report == null ? null : data.concealText(about, report))
                .params(Timestamp.from(at), of.number())
                .update();
    }

    /** @return nothing for an enquiry without a report @throws io.jinqiao.message.Refusal when it was erased */
    public Optional<ReportFacts> facts(long number) {
        return jdbc.sql("SELECT facts FROM credit_enquiry WHERE number = ? AND facts IS NOT NULL")
                .param(number)
                .query((row, i) -> ReportFacts.of(CanonicalJson.read(data.requireText(row.getBytes(1)))))
                .optional();
    }

    public void looked(long number, String who, Instant at) {
        jdbc.sql("INSERT INTO credit_enquiry_look (number, who, at) VALUES (?, ?, ?)").params(number, who, Timestamp.from(at)).update();
    }

    /** @param from how many of today @param times the mean of the thirty days before */
    public List<Unusual> unusual(LocalDate day, int from, double times) {
        return jdbc.sql("""
                        SELECT asked_by, today, mean FROM (
                            SELECT asked_by, count(*) FILTER (WHERE asked_on = :day) AS today, count(*) FILTER (WHERE asked_on < :day) / 30.0 AS mean
                            FROM (SELECT asked_by, (asked_at AT TIME ZONE 'Asia/Shanghai')::date AS asked_on FROM credit_enquiry
                                  WHERE asked_at >= (:day::date - 30) AT TIME ZONE 'Asia/Shanghai' AND state <> 'reused') e GROUP BY asked_by) u
                        WHERE today >= :from AND today > :times * mean ORDER BY today DESC, asked_by
                        """)
                .param("day", day)
                .param("from", from)
                .param("times", times)
                .query((row, i) -> new Unusual(row.getString(1), row.getLong(2), row.getDouble(3)))
                .list();
    }
}
