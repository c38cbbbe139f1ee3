package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.ProposeExclusion;
import io.jinqiao.repayment.collection.CaseState;
import io.jinqiao.repayment.collection.CollectionCase;
import io.jinqiao.repayment.collection.LedgerSays;
import io.jinqiao.repayment.collection.OrderState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases of collection. A case is read to be changed, so its row is held until the transaction ends. */
@Repository
public class CaseStore {
    private static final String SELECT = "SELECT c.*, a.account_no, a.application_no, o.state AS order_state, o.due_on AS order_due,"
            + " p.promise_fen, p.promise_by, p.done_at AS promised_at FROM repayment_case c JOIN repayment_account a ON a.id = c.account"
            + " LEFT JOIN repayment_order o ON o.order_no = c.order_no LEFT JOIN repayment_record p ON p.bank = c.bank AND p.record_no = c.promise ";

    private final JdbcClient jdbc;

    public CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param account our number of the loan */
    public record Stored(
            CollectionCase one, PartnerId bank, long account, String accountNo, @Nullable String applicationNo, LocalDate openedOn, Seen seen) {}

    /** What the ledger said when the case was looked at last. */
    public record Seen(LocalDate on, int overdue, int days, Money owed, Money balance) {}

    /** The cases of a bank that run. */
    public List<Stored> running(PartnerId bank) {
        return jdbc.sql(SELECT + "WHERE c.bank = ? AND c.closed_on IS NULL ORDER BY c.case_no FOR UPDATE OF c").param(bank.value()).query(CaseStore::stored).list();
    }

    public Optional<Stored> find(String caseNo) {
        return jdbc.sql(SELECT + "WHERE c.case_no = ? FOR UPDATE OF c").param(caseNo).query(CaseStore::stored).optional();
    }

    /** The case that ran on a day, or was opened of what was overdue then already. */
    public Optional<Stored> ofLoan(PartnerId bank, String accountNo, LocalDate day) {
        return jdbc.sql(SELECT + "WHERE c.bank = ? AND a.account_no = ? AND c.overdue_since < ? AND (c.closed_on IS NULL OR c.closed_on >= ?)"
                        + " ORDER BY c.opened_on DESC LIMIT 1 FOR UPDATE OF c")
                .params(bank.value(), accountNo, day, day)
                .query(CaseStore::stored)
                .optional();
    }

    /** Writes a case and what the ledger said; one that is not there is opened. */
    public void put(CollectionCase one, PartnerId bank, long account, LedgerSays ledger, int days, Instant at) {
        CaseState state = one.state();
        Seen seen = new Seen(ledger.day(), ledger.overdue(), days, ledger.owed(), ledger.balance());
        int changed = update(one, seen, at);
        if (changed == 0) {
            jdbc.sql("INSERT INTO repayment_case (case_no, account, bank, overdue_since, opened_on, opened_at, state, seen_on, overdue, days, owed_fen, balance_fen)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(one.caseNo(), account, bank.value(), one.overdueSince(), seen.on(), FileStore.time(at), state.word(), seen.on())
                    .params(seen.overdue(), seen.days(), seen.owed().fen(), seen.balance().fen())
                    .update();
        }
    }

    /** The borrower is to be told before a first adverse record. */
    public void requestNotice(String caseNo, Instant at) {
        jdbc.sql("INSERT INTO repayment_notice_request (case_no, requested_at) VALUES (?, ?)").params(caseNo, FileStore.time(at)).update();
    }

    /** @return 0 when there is no such case yet */
    public int update(CollectionCase one, Seen seen, Instant at) {
        CaseState state = one.state();
        Set<String> sources = state instanceof CaseState.Cured cured ? cured.sources() : state instanceof CaseState.Settled settled ? settled.sources() : Set.of();
        return jdbc.sql("UPDATE repayment_case SET state = ?, reached = ?, promises = ?, promise = ?, exclusion = ?, order_no = ?, seen_on = ?, overdue = ?, days = ?,"
                        + " owed_fen = ?, balance_fen = ?, closed_on = ?, closed_at = CASE WHEN ? THEN coalesce(closed_at, ?::timestamptz) END,"
                        + " paid_by = CASE WHEN ? THEN string_to_array(?, ',') END WHERE case_no = ?")
                .params(state.word(), one.reached(), one.promises())
                .params(state instanceof CaseState.Promised promised ? promised.recordNo() : null)
                .params(state instanceof CaseState.Excluded excluded ? Words.of(excluded.reason()) : null)
                .params(one.latest() == null ? null : one.latest().orderNo())
                .params(seen.on(), seen.overdue(), seen.days(), seen.owed().fen(), seen.balance().fen(), state.closedOn())
                .params(state.closed(), FileStore.time(at), state.closed(), String.join(",", new TreeSet<>(sources)), one.caseNo())
                .update();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        String order = row.getString("order_no");
        CollectionCase.Ordered latest = order == null
                ? null
                : new CollectionCase.Ordered(order, Words.parse(row.getString("order_state"), OrderState.class), row.getObject("order_due", LocalDate.class));
        CollectionCase one = new CollectionCase(
                row.getString("case_no"), row.getObject("overdue_since", LocalDate.class), state(row), row.getString("reached"), row.getInt("promises"), latest);
        Seen seen = new Seen(
                row.getObject("seen_on", LocalDate.class), row.getInt("overdue"), row.getInt("days"), new Money(row.getLong("owed_fen")),
                new Money(row.getLong("balance_fen")));
        return new Stored(
                one, new PartnerId(row.getString("bank")), row.getLong("account"), row.getString("account_no"), row.getString("application_no"),
                row.getObject("opened_on", LocalDate.class), seen);
    }

    private static CaseState state(ResultSet row) throws SQLException {
        LocalDate closedOn = row.getObject("closed_on", LocalDate.class);
        return switch (row.getString("state")) {
            case "promised" -> new CaseState.Promised(
                    row.getString("promise"), OrderStore.day(row.getTimestamp("promised_at").toInstant()), row.getObject("promise_by", LocalDate.class),
                    new Money(row.getLong("promise_fen")));
            case "excluded" -> new CaseState.Excluded(Words.parse(row.getString("exclusion"), ProposeExclusion.Why.class));
            case "cured" -> new CaseState.Cured(closedOn, texts(row.getArray("paid_by")));
            case "settled" -> new CaseState.Settled(closedOn, texts(row.getArray("paid_by")));
            default -> new CaseState.Collecting();
        };
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
