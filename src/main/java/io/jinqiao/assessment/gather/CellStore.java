package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Scheme.Expectation.Vintage;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loans of each bank by vintage and risk group, counted once for the same days. */
@Repository
class CellStore {
    private static final String DAYS = "first_day = ? AND last_day = ? AND bank = ? AND vintage_by = ?";

    private final JdbcClient jdbc;

    CellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when they were not counted, or before a last day that is over since */
    Optional<Map<Cell, Exposure>> find(PartnerId bank, Days days, Vintage by, LocalDate today) {
        boolean counted = jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessment_counted WHERE " + DAYS + " AND counted_on > least(last_day, ?::date - 1))")
                .params(days.first(), days.last(), bank.value(), Words.of(by), today)
                .query(Boolean.class)
                .single();
        return counted ? Optional.of(read(bank, days, by)) : Optional.empty();
    }

    private Map<Cell, Exposure> read(PartnerId bank, Days days, Vintage by) {
        Map<Cell, Exposure> cells = new HashMap<>();
        jdbc.sql("SELECT vintage, risk_group, loans, late_loans, fen_days, late_fen_days FROM assessment_cell WHERE " + DAYS)
                .params(days.first(), days.last(), bank.value(), Words.of(by))
                .query(row -> {
                    cells.put(new Cell(row.getString(1), row.getString(2)),
                            new Exposure(row.getLong(3), row.getLong(4), row.getBigDecimal(5).toBigIntegerExact(), row.getBigDecimal(6).toBigIntegerExact()));
                });
        return cells;
    }

    /** Takes the place of what was counted before these days were over. */
    void put(PartnerId bank, Days days, Vintage by, Map<Cell, Exposure> cells, LocalDate today) {
        for (String table : new String[] {"assessment_cell", "assessment_counted"}) {
            jdbc.sql("DELETE FROM " + table + " WHERE first_day = ? AND bank = ? AND vintage_by = ? AND counted_on <= last_day").params(days.first(), bank.value(), Words.of(by)).update();
        }
        jdbc.sql("INSERT INTO assessment_counted (first_day, last_day, bank, vintage_by, counted_on) VALUES (?, ?, ?, ?, ?)")
                .params(days.first(), days.last(), bank.value(), Words.of(by), today).update();
        cells.forEach((cell, one) -> jdbc.sql("INSERT INTO assessment_cell (first_day, last_day, bank, vintage_by, vintage, risk_group, loans, late_loans, fen_days, late_fen_days, counted_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(days.first(), days.last(), bank.value(), Words.of(by), cell.vintage(), cell.group(), one.loans(), one.late(), new BigDecimal(one.fenDays()), new BigDecimal(one.lateFenDays()), today)
                .update());
    }
}
