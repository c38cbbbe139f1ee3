package io.jinqiao.console.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Facts and scores of a period as CSV: enough to compute the score again without anything of ours. */
@Component
public class AssessmentFiles {
    private static final String CASES = "SELECT measure, case_no, account_no, reference, on_day, array_to_string(amounts, ' ') AS amounts, short, excluded, remark,"
            + " array_to_string(message_ids, ' ') AS message_ids FROM assessment_fact_case WHERE period_no = ? ORDER BY measure, case_no";
    private static final String SCORE = "SELECT p.period_no, p.partner, p.first_day, p.last_day, p.last_day - p.first_day + 1 AS days, p.scheme, p.scheme_from, p.version, p.grade_before,"
            + " p.graded_weight, p.total, p.grade, p.reason, p.coefficient FROM assessment_fact_period p WHERE p.period_no = ?";
    private static final String INDICATORS = "SELECT i.indicator, i.state, i.of, i.per, i.sample, i.value, i.points, i.weight FROM assessment_fact_indicator i"
            + " JOIN assessment_fact_period p ON p.period_no = i.period_no AND p.version = i.version WHERE i.period_no = ? ORDER BY i.place";

    private final JdbcTemplate db;

    private static final String FEE = "SELECT f.period_no, f.partner, (f.interest_fen / 100.0)::numeric(18, 2) AS interest_yuan, (f.penalty_fen / 100.0)::numeric(18, 2) AS penalty_yuan,"
            + " (f.carried_fen / 100.0)::numeric(18, 2) AS carried_yuan, (f.base_fen / 100.0)::numeric(18, 2) AS base_yuan, f.percent, (f.full_fen / 100.0)::numeric(18, 2) AS full_yuan, f.coefficient, (f.due_fen / 100.0)::numeric(18, 2) AS due_yuan,"
            + " (f.held_back_fen / 100.0)::numeric(18, 2) AS held_back_yuan, f.version FROM assessment_fact_fee f WHERE f.period_no = ?";

    private static final String STATEMENT = "SELECT statement_no, partner, made_on, line, kind, period_no, (amount_fen / 100.0)::numeric(18, 2) AS amount_yuan,"
            + " (payable_fen / 100.0)::numeric(18, 2) AS payable_yuan, document FROM assessment_fact_statement WHERE statement_no = ? ORDER BY line";

    public AssessmentFiles(JdbcTemplate db) {
        this.db = db;
    }

    public void cases(String periodNo, Writer out) {
        table(CASES, periodNo, out, List.of("measure", "case_no", "account_no", "reference", "on_day", "amounts", "short", "excluded", "remark", "message_ids"));
    }

    public void score(String periodNo, Writer out) {
        table(SCORE, periodNo, out, List.of("period_no", "partner", "first_day", "last_day", "days", "scheme", "scheme_from", "version", "grade_before", "graded_weight", "total", "grade", "reason",
                "coefficient"));
    }

    public void indicators(String periodNo, Writer out) {
        table(INDICATORS, periodNo, out, List.of("indicator", "state", "of", "per", "sample", "value", "points", "weight"));
    }

    /** The statement of the fee, in yuan; its days of receipt are in the cases. */
    public void fee(String periodNo, Writer out) {
        table(FEE, periodNo, out, List.of("period_no", "partner", "interest_yuan", "penalty_yuan", "carried_yuan", "base_yuan", "percent", "full_yuan", "coefficient", "due_yuan", "held_back_yuan", "version"));
    }

    /** A statement line by line, in yuan, with what is to be paid. */
    public void statement(String statementNo, Writer out) {
        table(STATEMENT, statementNo, out, List.of("statement_no", "partner", "made_on", "line", "kind", "period_no", "amount_yuan", "payable_yuan", "document"));
    }

    private void table(String sql, String periodNo, Writer out, List<String> columns) {
        line(out, columns);
        db.query(sql, row -> {
            line(out, columns.stream().map(column -> text(row, column)).toList());
        }, periodNo);
    }

    private static String text(ResultSet row, String column) {
        try {
            String text = row.getString(column);
            return text == null ? "" : text;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void line(Writer out, List<String> cells) {
        try {
            out.write(String.join(",", cells.stream().map(AssessmentFiles::cell).toList()) + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String text) {
        String safe = text.matches("[=+@\\t].*") || text.matches("-[^0-9].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
