package io.jinqiao.repayment.desk;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.OverdueLedger;
import io.jinqiao.repayment.store.PenaltyStore;
import io.jinqiao.repayment.store.PlanStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service("overdueLedger")
class LedgerDesk implements OverdueLedger {
    private static final String LOANS = "SELECT a.bank, a.account_no, a.application_no, a.method, c.contributor, l.* FROM repayment_loans_at(:bank, :day, :known) l"
            + " JOIN repayment_account a ON a.id = l.account LEFT JOIN LATERAL (SELECT contributor FROM repayment_contribution t WHERE t.account = a.id AND t.told_at <= :known"
            + " ORDER BY t.month DESC, t.told_at DESC LIMIT 1) c ON true";
    private static final String WHICH = LOANS + " WHERE l.overdue BETWEEN :atLeast AND :atMost AND (:method::text IS NULL OR a.method = :method) AND (:group::text IS NULL OR c.contributor = :group)"
            + " AND (:some::text IS NULL OR a.bank || ' ' || a.application_no = ANY(string_to_array(:some, E'\\n')))";

    private final JdbcClient jdbc;
    private final PenaltyStore penalties;
    private final PlanStore plans;

    LedgerDesk(JdbcClient jdbc, PenaltyStore penalties, PlanStore plans) {
        this.jdbc = jdbc;
        this.penalties = penalties;
        this.plans = plans;
    }

    @Override
    public List<PenaltyStanding> penalties(At at, PartnerId bank, String accountNo) {
        return penalties.of(bank, accountNo, at.day(), at.known());
    }

    @Override
    public List<PlanStanding> plans(At at, PartnerId bank, String accountNo) {
        return plans.of(bank, accountNo, at.day(), at.known());
    }

    @Override
    public List<PlanStanding> differences(At at, PartnerId bank, int limit) {
        return plans.differences(bank, at.day(), at.known(), limit);
    }

    @Override
    public List<LoanStanding> overdue(At at, Which which, long skip, int limit) {
        return which(WHICH + " ORDER BY l.oldest_due, a.bank, a.account_no LIMIT :limit OFFSET :skip", at, which)
                .param("limit", limit)
                .param("skip", skip)
                .query((row, i) -> loan(row))
                .list();
    }

    @Override
    public Sum sum(At at, Which which) {
        return which("SELECT count(*) AS loans, count(*) FILTER (WHERE s.overdue >= 3) AS three, count(*) FILTER (WHERE s.days >= 90) AS ninety, coalesce(sum(s.owed_fen), 0) AS owed,"
                                + " coalesce(sum(s.balance) FILTER (WHERE s.overdue > 0), 0) AS at_risk FROM (" + WHICH + ") s", at, which)
                .query((row, i) -> new Sum(row.getLong("loans"), row.getLong("three"), row.getLong("ninety"), new Money(row.getLong("owed")), new Money(row.getLong("at_risk"))))
                .single();
    }

    private JdbcClient.StatementSpec which(String sql, At at, Which which) {
        return jdbc.sql(sql)
                .param("bank", which.bank() == null ? null : which.bank().value())
                .param("day", at.day())
                .param("known", known(at))
                .param("atLeast", which.atLeast())
                .param("atMost", which.atMost())
                .param("method", which.method() == null ? null : Words.of(which.method()))
                .param("group", which.group() == null ? null : Words.of(which.group()))
                .param("some", which.applications() == null ? null : String.join("\n", which.applications()));
    }

    @Override
    public Optional<LoanStanding> standing(At at, PartnerId bank, String accountNo) {
        return jdbc.sql(LOANS + " WHERE l.account = (SELECT id FROM repayment_account WHERE bank = :bank AND account_no = :account)")
                .param("bank", bank.value())
                .param("day", at.day())
                .param("known", known(at))
                .param("account", accountNo)
                .query((row, i) -> loan(row))
                .optional();
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
                row.getObject("told_on", LocalDate.class),
                row.getString("application_no"),
                Words.parse(row.getString("method"), RepaymentMethod.class),
                row.getString("contributor") == null ? null : Words.parse(row.getString("contributor"), Contributor.class));
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
