package io.jinqiao.assessment.store;

import io.jinqiao.assessment.gather.Counted;
import io.jinqiao.assessment.gather.Days;
import io.jinqiao.assessment.gather.Gathered;
import io.jinqiao.assessment.gather.Measure;
import io.jinqiao.message.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was counted, row by row. */
@Repository
public class CaseStore {
    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;

    public CaseStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void put(String periodNo, List<Counted> rows) {
        jdbc.batchUpdate(
                "INSERT INTO assessment_case (period_no, measure, case_no, account_no, reference, on_day, amounts, short, excluded, remark, message_ids)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows, AT_ONCE, (row, one) -> set(row, periodNo, one));
    }

    private static void set(PreparedStatement row, String periodNo, Counted one) throws SQLException {
        Connection connection = row.getConnection();
        row.setString(1, periodNo);
        row.setString(2, one.measure().word());
        row.setString(3, one.caseNo());
        row.setString(4, one.accountNo());
        row.setString(5, one.reference());
        row.setObject(6, one.on());
        row.setArray(7, connection.createArrayOf("bigint", one.amounts().toArray()));
        row.setBoolean(8, one.isShort());
        row.setString(9, one.excluded());
        row.setString(10, one.remark());
        row.setArray(11, connection.createArrayOf("text", one.messages().toArray()));
    }

    /** What was frozen of a period. */
    public Gathered frozen(String periodNo, Days days) {
        return new Gathered(days, jdbc.query("SELECT * FROM assessment_case WHERE period_no = ? ORDER BY measure, case_no", (row, i) -> read(row), periodNo));
    }

    private static Counted read(ResultSet row) throws SQLException {
        return new Counted(
                Words.parse(row.getString("measure"), Measure.class),
                row.getString("case_no"),
                row.getString("account_no"),
                row.getString("reference"),
                row.getObject("on_day", LocalDate.class),
                Arrays.asList((Long[]) row.getArray("amounts").getArray()),
                row.getBoolean("short"),
                row.getString("excluded"),
                row.getString("remark"),
                Arrays.asList((String[]) row.getArray("message_ids").getArray()));
    }
}
