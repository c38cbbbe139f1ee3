package io.jinqiao.console;

import io.jinqiao.console.facts.EndedFacts;
import io.jinqiao.console.facts.RelatedFacts;
import io.jinqiao.evidence.SubjectKeys;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said of a person is made unreadable when it need not be kept any more: one person proposes, another confirms; each act with its
 * audit line in one commit. Erasing the keys of the application and of its
 * cases at the registry is all it takes, wherever their data lie; the proof stays whole.
 */
@Service
@Transactional
public class Erasures {
    private static final int AT_ONCE = 200;
    private static final String SELECT = "SELECT id, partner, application_no, kept_until, reason, proposed_by, proposed_at, confirmed_by,"
            + " confirmed_at, keys FROM console_erasure ";

    private final JdbcClient db;
    private final Retention retention;
    private final EndedFacts facts;
    private final RelatedFacts related;
    private final SubjectKeys keys;
    private final Audit audit;
    private final Clock clock;

    public Erasures(JdbcClient db, Retention retention, EndedFacts facts, RelatedFacts related, SubjectKeys keys, Audit audit, Clock clock) {
        this.db = db;
        this.retention = retention;
        this.facts = facts;
        this.related = related;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param keptUntil last day on which it had to be readable */
    public record Due(Subject subject, LocalDate keptUntil) {}

    /** @param keys how many were erased; null: only proposed */
    public record Erasure(
            UUID id,
            Subject subject,
            LocalDate keptUntil,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            @Nullable Integer keys) {}

    /** What may be proposed now, longest at rest first. */
    @Transactional(readOnly = true)
    public List<Due> due() {
        LocalDate today = today();
        int shortest = retention.periods().stream()
                .mapToInt(period -> Math.min(period.years().notGranted(), period.years().settled()))
                .min()
                .orElseThrow();
        Instant before = today.minusYears(shortest).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        return facts.before(Retention.ended(), before, AT_ONCE).stream()
                .flatMap(ended -> retention.keptUntil(ended.word(), ended.last()).stream()
                        .filter(today::isAfter)
                        .map(until -> new Due(ended.subject(), until)))
                .filter(due -> find(due.subject()).isEmpty())
                .toList();
    }

    /** Proposed and done, latest first. */
    @Transactional(readOnly = true)
    public List<Erasure> all() {
        return db.sql(SELECT + "ORDER BY proposed_at DESC, id LIMIT " + AT_ONCE).query(Erasures::erasure).list();
    }

    /** @throws Refusal when it must still be kept, or was proposed already */
    public Erasure propose(Subject subject, String reason, Actor actor) {
        LocalDate keptUntil = requireDue(subject);
        UUID id = UUID.randomUUID();
        int written = db.sql("INSERT INTO console_erasure (id, partner, application_no, kept_until, reason, proposed_by, proposed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, subject.partner().value(), subject.applicationNo(), keptUntil, reason, actor.name(), now())
                .update();
        if (written == 0) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, "erasure-proposed");
        }
        audit.write(actor.name(), "erasure-proposed", place(subject), null);
        return find(subject).orElseThrow();
    }

    /** @throws Refusal for the same person, and when something happened to the application since */
    public Erasure confirm(UUID id, Actor actor) {
        Erasure proposed = open(id);
        if (PersonName.same(proposed.proposedBy(), actor.name())) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        requireDue(proposed.subject());
        List<Subject> also = related.of(proposed.subject());
        int erased = keys.erase(proposed.subject()) + also.stream().mapToInt(keys::erase).sum();
        db.sql("UPDATE console_erasure SET confirmed_by = ?, confirmed_at = ?, keys = ? WHERE id = ?")
                .params(actor.name(), now(), erased, id)
                .update();
        audit.write(actor.name(), "erasure-done", place(proposed.subject()), erased + " keys");
        return find(proposed.subject()).orElseThrow();
    }

    /** One person is enough to leave things as they are. */
    public void withdraw(UUID id, Actor actor) {
        Erasure proposed = open(id);
        db.sql("DELETE FROM console_erasure WHERE id = ?").param(id).update();
        audit.write(actor.name(), "erasure-withdrawn", place(proposed.subject()), null);
    }

    private LocalDate requireDue(Subject subject) {
        EndedFacts.Ended ended = facts.find(subject).orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
        LocalDate until = retention.keptUntil(ended.word(), ended.last())
                .orElseThrow(() -> new Refusal(FailureCode.LOAN_STATE_FORBIDS, ended.word().id()));
        if (!today().isAfter(until)) {
            throw new Refusal(FailureCode.RETENTION_RUNNING, until.toString());
        }
        return until;
    }

    private Erasure open(UUID id) {
        Erasure found = db.sql(SELECT + "WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Erasures::erasure)
                .optional()
                .orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (found.keys() != null) {
            throw new Refusal(FailureCode.PERSONAL_DATA_ERASED);
        }
        return found;
    }

    private Optional<Erasure> find(Subject subject) {
        return db.sql(SELECT + "WHERE partner = ? AND application_no = ?")
                .params(subject.partner().value(), subject.applicationNo())
                .query(Erasures::erasure)
                .optional();
    }

    private static String place(Subject subject) {
        return subject.partner().value() + " " + subject.applicationNo();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new Erasure(
                row.getObject("id", UUID.class),
                new Subject(new PartnerId(row.getString("partner")), row.getString("application_no")),
                Objects.requireNonNull(row.getObject("kept_until", LocalDate.class)),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("confirmed_by"),
                confirmed == null ? null : confirmed.toInstant(),
                row.getObject("keys", Integer.class));
    }
}
