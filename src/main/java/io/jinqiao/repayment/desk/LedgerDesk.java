package io.jinqiao.repayment.desk;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.OverdueLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service("overdueLedger")
class LedgerDesk implements OverdueLedger {
    private final JdbcClient jdbc;

    LedgerDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LoanStanding> overdue(At at, @Nullable PartnerId bank, int atLeast, int limit) {
        return jdbc.sql("SELECT a.bank, a.account_no, l.* FROM repayment_loans_at(?, ?, ?) l JOIN repayment_account a ON a.id = l.account"
                        + " WHERE l.overdue >= ? ORDER BY l.oldest_due, a.bank, a.account_no LIMIT ?")
                .params(bank == null ? null : bank.value(), at.day(), known(at), atLeast, limit)
                .query((row, i) -> loan(row))
                .list();
    }

    @Override
    public List<InstalmentStanding> instalments(At at, PartnerId bank, String accountNo) {
        return jdbc.sql("SELECT i.* FROM repayment_instalments(?, ?) i"
                        + " WHERE i.account = (SELECT id FROM repayment_account WHERE bank = ? AND account_no = ?) ORDER BY i.instalment")
                .params(at.day(), known(at), bank.value(), accountNo)
                .query((row, i) -> instalment(row))
                .list();
    }

    private static OffsetDateTime known(At at) {
        return at.known().atOffset(ZoneOffset.UTC);
    }

    private static LoanStanding loan(ResultSet row) throws SQLException {
        return new LoanStanding(
                new PartnerId(row.getString("bank")),
                row.getString("account_no"),
                row.getInt("overdue"),
                row.getInt("consecutive"),
                row.getInt("cumulative"),
                row.getInt("days"),
                new Money(row.getLong("owed_fen")),
                new Money(row.getLong("owed_principal_fen")),
                new Money(row.getLong("balance")),
                row.getObject("oldest_due", LocalDate.class),
                row.getObject("told_on", LocalDate.class));
    }

    private static InstalmentStanding instalment(ResultSet row) throws SQLException {
        Integer source = row.getObject("source", Integer.class);
        LocalDate paidOn = row.getObject("paid_on", LocalDate.class);
        boolean late = row.getBoolean("late");
        Money owed = new Money(row.getLong("owed_fen"));
        return new InstalmentStanding(
                row.getInt("instalment"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("told_on", LocalDate.class),
                new Money(row.getLong("paid_fen")),
                owed,
                paidOn,
                source == null ? null : PaymentSource.values()[source],
                DeductionOutcome.values()[row.getInt("result")],
                row.getBoolean("overdue"),
                late,
                late && owed.fen() == 0 ? paidOn : null);
    }
}
