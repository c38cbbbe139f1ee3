package io.jinqiao.credit.store;

import io.jinqiao.credit.ledger.Identifiers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Identifiers that changed at the Center. */
@Repository
public class IdentifierStore {
    private final JdbcTemplate sql;

    public IdentifierStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** All of them: few, but for the year a bank renumbers its loans. */
    public Identifiers all() {
        return new Identifiers(sql.query("SELECT was, became FROM credit_renamed ORDER BY number", (row, i) -> new Identifiers.Step(row.getString("was"), row.getString("became"))));
    }

    /** Whether the Center has, had, or is being told of something under it. */
    public boolean used(String identifier) {
        return Boolean.TRUE.equals(sql.queryForObject(
                """
                SELECT EXISTS (SELECT FROM credit_account WHERE account = ?) OR EXISTS (SELECT FROM credit_reference WHERE record = '510' AND key = ?)
                    OR EXISTS (SELECT FROM credit_deleted WHERE account = ?) OR EXISTS (SELECT FROM credit_row WHERE account = ? AND refused IS NULL)
                    OR EXISTS (SELECT FROM credit_change WHERE becomes = ? AND confirmed AND file IN (SELECT name FROM credit_file WHERE answer IS NULL))
                """,
                Boolean.class, identifier, identifier, identifier, identifier, identifier));
    }

    /** Whether there is a loan of a bank under its number. */
    public boolean loan(String bank, String loanAccountNo) {
        return Boolean.TRUE.equals(
                sql.queryForObject("SELECT EXISTS (SELECT FROM repayment_fact_month WHERE partner = ? AND account_no = ?)", Boolean.class, bank, loanAccountNo));
    }
}
