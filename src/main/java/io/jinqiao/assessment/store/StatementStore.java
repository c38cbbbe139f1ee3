package io.jinqiao.assessment.store;

import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.score.Score;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements of the fee, adjustments that wait for one, and settlements. */
@Repository
public class StatementStore {
    private final JdbcClient jdbc;

    public StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line. @param adjustment its number; null: it is none */
    public record Line(String kind, String periodNo, long fen, @Nullable Long adjustment) {}

    /** The fee of a final score. */
    public record Fee(Money base, BigDecimal percent, Money due, Money heldBack) {}

    public record Settlement(long number, PartnerId bank, LocalDate until, String document, String by) {}

    public void put(String statementNo, PartnerId bank, List<Line> lines, LocalDate on, String by, Instant at, @Nullable String document) {
        jdbc.sql("INSERT INTO assessment_statement (statement_no, bank, made_on, made_by, made_at, document) VALUES (?, ?, ?, ?, ?, ?)")
                .params(statementNo, bank.value(), on, by, PeriodStore.time(at), document)
                .update();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            jdbc.sql("INSERT INTO assessment_statement_line (statement_no, line, kind, period_no, amount_fen, adjustment) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(statementNo, i + 1, line.kind(), line.periodNo(), line.fen(), line.adjustment())
                    .update();
        }
    }

    public Fee fee(String periodNo) {
        return jdbc.sql("SELECT base_fen, percent, due_fen, held_back_fen FROM assessment_fee WHERE period_no = ?")
                .param(periodNo)
                .query((row, i) -> new Fee(new Money(row.getLong(1)), row.getBigDecimal(2), new Money(row.getLong(3)), new Money(row.getLong(4))))
                .single();
    }

    /** What earlier adjustments of a period come to. */
    public long adjusted(String periodNo) {
        return jdbc.sql("SELECT coalesce(sum(amount_fen), 0)::bigint FROM assessment_adjustment WHERE period_no = ?").param(periodNo).query(Long.class).single();
    }

    public void adjust(String periodNo, long ruling, Score score, Money due, long amount, Instant at) {
        String grade = score.band() == null ? null : score.band().grade();
        jdbc.sql("INSERT INTO assessment_adjustment (period_no, ruling, total, grade, reason, coefficient, due_fen, amount_fen, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(periodNo, ruling, score.total(), grade, Words.of(score.reason()), score.coefficient(), due.fen(), amount, PeriodStore.time(at))
                .update();
    }

    /** Adjustments of a bank that no statement carries yet. */
    public List<Line> unstated(PartnerId bank) {
        return jdbc.sql("SELECT a.number, a.period_no, a.amount_fen FROM assessment_adjustment a JOIN assessment_period p ON p.period_no = a.period_no WHERE p.bank = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_statement_line l WHERE l.adjustment = a.number) ORDER BY a.number")
                .param(bank.value())
                .query((row, i) -> new Line("adjustment", row.getString(2), row.getLong(3), row.getLong(1)))
                .list();
    }

    /** What is held back of periods that ended by a day; nothing of it is settled too, since no adjustment comes after. */
    public List<Line> heldBack(PartnerId bank, LocalDate until) {
        return jdbc.sql("SELECT f.period_no, f.held_back_fen FROM assessment_fee f JOIN assessment_period p ON p.period_no = f.period_no WHERE p.bank = ? AND p.last_day <= ?"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_statement_line l WHERE l.period_no = f.period_no AND l.kind = 'released') ORDER BY p.first_day")
                .params(bank.value(), until)
                .query((row, i) -> new Line("released", row.getString(1), row.getLong(2), null))
                .list();
    }

    /** Whether a case of these periods, as far as they are not settled, is contested, or at the committee, and nothing was said of it yet. */
    public boolean isContested(PartnerId bank, LocalDate until) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_objection o JOIN assessment_period p ON p.period_no = o.period_no WHERE p.bank = ? AND p.last_day <= ?"
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_statement_line l WHERE l.period_no = p.period_no AND l.kind = 'released') AND"
                        + " (NOT EXISTS (SELECT 1 FROM assessment_ruling r WHERE r.number = o.number AND r.confirmed)"
                        + " OR EXISTS (SELECT 1 FROM assessment_escalation e WHERE e.objection = o.number AND NOT EXISTS (SELECT 1 FROM assessment_committee c WHERE c.objection = o.number AND c.confirmed))))")
                .params(bank.value(), until)
                .query(Boolean.class)
                .single();
    }

    public boolean isSettled(String periodNo) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_statement_line WHERE period_no = ? AND kind = 'released')").param(periodNo).query(Boolean.class).single();
    }

    /** @return number; empty when one of the bank waits for an answer */
    public Optional<Long> propose(SettleFee settle, Instant at) {
        return jdbc.sql("INSERT INTO assessment_settlement (bank, until, document, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING number")
                .params(settle.bank().value(), settle.until(), settle.document(), settle.by(), PeriodStore.time(at))
                .query(Long.class)
                .optional();
    }

    public Optional<Settlement> settlement(long number) {
        return jdbc.sql("SELECT bank, until, document, proposed_by FROM assessment_settlement WHERE number = ?")
                .param(number)
                .query((row, i) -> new Settlement(number, new PartnerId(row.getString(1)), row.getObject(2, LocalDate.class), row.getString(3), row.getString(4)))
                .optional();
    }

    /** @return false when somebody answered before */
    public boolean answer(long number, boolean confirmed, String by, Instant at) {
        return jdbc.sql("UPDATE assessment_settlement SET confirmed = ?, answered_by = ?, answered_at = ? WHERE number = ? AND confirmed IS NULL")
                        .params(confirmed, by, PeriodStore.time(at), number)
                        .update()
                == 1;
    }
}
