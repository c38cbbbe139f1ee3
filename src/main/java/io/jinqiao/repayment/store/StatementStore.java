package io.jinqiao.repayment.store;

import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.Reconciliation.Kind;
import io.jinqiao.message.ReconciliationResult;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.reconciliation.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Banks' books, and how they differ from ours. */
@Repository
public class StatementStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public StatementStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param kinds the bank told of @param lastNo number of the part told last */
    public record Told(boolean whole, Set<Kind> kinds, List<Books.Item> items, String lastNo) {}

    public record Found(String differenceNo, PartnerId bank, LocalDate day, @Nullable String explainedBy, boolean confirmed) {}

    /** Makes the day and holds it until the transaction ends. @return its state */
    public String hold(PartnerId bank, LocalDate day) {
        jdbc.sql("INSERT INTO repayment_day (bank, day, state) VALUES (?, ?, 'waiting') ON CONFLICT DO NOTHING").params(bank.value(), day).update();
        return state(bank, day).orElseThrow();
    }

    public Optional<String> state(PartnerId bank, LocalDate day) {
        return jdbc.sql("SELECT state FROM repayment_day WHERE bank = ? AND day = ? FOR UPDATE").params(bank.value(), day).query(String.class).optional();
    }

    /** A part of the same number takes the place of the one before. A statement that was whole begins anew with any part of another: books of two moments are never one. */
    public void put(Incoming incoming, Reconciliation told, Instant at) {
        String bank = incoming.partner().value();
        jdbc.sql("DELETE FROM repayment_statement WHERE bank = ? AND day = ? AND (part = ? OR parts <> ?"
                        + " OR (SELECT count(*) = max(w.parts) FROM repayment_statement w WHERE w.bank = ? AND w.day = ?))")
                .params(bank, told.accountingDate(), told.part(), told.parts(), bank, told.accountingDate())
                .update();
        jdbc.sql("INSERT INTO repayment_statement (bank, day, part, parts, statement_no, kinds, message_id, told_at) VALUES (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)")
                .params(bank, told.accountingDate(), told.part(), told.parts(), told.statementNo())
                .params(told.totals().stream().map(total -> Words.of(total.kind())).collect(Collectors.joining(",")), incoming.id().value(), FileStore.time(at))
                .update();
        batches.batchUpdate(
                "INSERT INTO repayment_statement_item (bank, day, part, item_no, kind, account_no, reference, amount_fen, parts_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ',')::bigint[])",
                told.items().stream()
                        .map(item -> new Object[] {
                            bank, told.accountingDate(), told.part(), item.itemNo(), Words.of(item.kind()), item.loanAccountNo(), item.reference(), item.amount().fen(),
                            item.parts() == null ? null : text(item.parts())
                        })
                        .toList());
    }

    /** Parts are missing: nothing closes until they are here and were compared. */
    public void waitForParts(PartnerId bank, LocalDate day) {
        jdbc.sql("UPDATE repayment_day SET state = 'waiting' WHERE bank = ? AND day = ?").params(bank.value(), day).update();
    }

    public Told told(PartnerId bank, LocalDate day) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        int[] seen = new int[2];
        String[] last = {""};
        jdbc.sql("SELECT parts, kinds, statement_no FROM repayment_statement WHERE bank = ? AND day = ? ORDER BY told_at").params(bank.value(), day).query(row -> {
            seen[0]++;
            seen[1] = row.getInt("parts");
            last[0] = row.getString("statement_no");
            Arrays.stream((String[]) row.getArray("kinds").getArray()).forEach(kind -> kinds.add(Words.parse(kind, Kind.class)));
        });
        List<Books.Item> items = jdbc.sql("SELECT * FROM repayment_statement_item WHERE bank = ? AND day = ? ORDER BY part, item_no")
                .params(bank.value(), day)
                .query((row, i) -> new Books.Item(
                        Words.parse(row.getString("kind"), Kind.class), row.getString("account_no"), row.getString("reference"), new Money(row.getLong("amount_fen")),
                        row.getArray("parts_fen") == null ? null : parts((Long[]) row.getArray("parts_fen").getArray())))
                .list();
        return new Told(seen[0] > 0 && seen[0] == seen[1], kinds, items, last[0]);
    }

    /** @return how often the day was compared by now */
    public int compared(PartnerId bank, LocalDate day, Books.Compared compared, String state, Instant at) {
        return jdbc.sql("UPDATE repayment_day SET state = ?, items = ?, matched = ?, comparisons = comparisons + 1, compared_at = ?, closed_at = CASE WHEN ? THEN ?::timestamptz END"
                        + " WHERE bank = ? AND day = ? RETURNING comparisons")
                .params(state, compared.items(), compared.matched(), FileStore.time(at), state.equals("matched"), FileStore.time(at), bank.value(), day)
                .query(Integer.class)
                .single();
    }

    public int comparisons(PartnerId bank, LocalDate day) {
        return jdbc.sql("SELECT comparisons FROM repayment_day WHERE bank = ? AND day = ?").params(bank.value(), day).query(Integer.class).single();
    }

    public void insert(PartnerId bank, LocalDate day, List<ReconciliationResult.Difference> differences) {
        batches.batchUpdate(
                "INSERT INTO repayment_difference (difference_no, bank, day, type, kind, account_no, reference, centre_fen, bank_fen, owner, due_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                differences.stream()
                        .map(d -> new Object[] {
                            d.differenceNo(), bank.value(), day, Words.of(d.type()), Words.of(d.kind()), d.loanAccountNo(), d.reference(),
                            d.atCentre() == null ? null : d.atCentre().fen(), d.atBank() == null ? null : d.atBank().fen(), Words.of(d.owner()), d.dueOn()
                        })
                        .toList());
    }

    /**
     * Those found before make room. One that is found again just as it was keeps its explanation, confirmed or not; one of the same kind and loan keeps its last
     * day, whatever the amounts: looking again gives nobody more time.
     *
     * @param resultNo of the latest comparison
     */
    public void follow(PartnerId bank, LocalDate day, String resultNo) {
        String latest = resultNo + "-";
        jdbc.sql("UPDATE repayment_difference n SET explanation = o.explanation, explained_by = o.explained_by, explained_at = o.explained_at, confirmed_by = o.confirmed_by,"
                        + " confirmed_at = o.confirmed_at FROM repayment_difference o WHERE n.bank = ? AND n.day = ? AND o.bank = n.bank AND o.day = n.day"
                        + " AND starts_with(n.difference_no, ?) AND NOT starts_with(o.difference_no, ?) AND o.explanation IS NOT NULL"
                        + " AND (n.type, n.kind, n.account_no, n.reference, n.centre_fen, n.bank_fen) IS NOT DISTINCT FROM (o.type, o.kind, o.account_no, o.reference, o.centre_fen, o.bank_fen)")
                .params(bank.value(), day, latest, latest)
                .update();
        jdbc.sql("UPDATE repayment_difference n SET due_on = o.due_on FROM (SELECT kind, coalesce(account_no, reference) AS about, min(due_on) AS due_on FROM repayment_difference"
                        + " WHERE bank = ? AND day = ? AND NOT starts_with(difference_no, ?) GROUP BY 1, 2) o WHERE n.bank = ? AND n.day = ? AND starts_with(n.difference_no, ?)"
                        + " AND n.kind = o.kind AND coalesce(n.account_no, n.reference) = o.about AND o.due_on < n.due_on")
                .params(bank.value(), day, latest, bank.value(), day, latest)
                .update();
        jdbc.sql("DELETE FROM repayment_difference WHERE bank = ? AND day = ? AND NOT starts_with(difference_no, ?)").params(bank.value(), day, latest).update();
    }

    /** Whose book it is of; nothing is held. */
    public Optional<PartnerId> bank(String differenceNo) {
        return jdbc.sql("SELECT bank FROM repayment_difference WHERE difference_no = ?").param(differenceNo).query(String.class).optional().map(PartnerId::new);
    }

    /** Held until the transaction ends. */
    public Optional<Found> find(String differenceNo) {
        return jdbc.sql("SELECT * FROM repayment_difference WHERE difference_no = ? FOR UPDATE")
                .param(differenceNo)
                .query((row, i) -> new Found(
                        row.getString("difference_no"), new PartnerId(row.getString("bank")), row.getObject("day", LocalDate.class), row.getString("explained_by"),
                        row.getString("confirmed_by") != null))
                .optional();
    }

    public void explain(String differenceNo, String explanation, String by, Instant at) {
        jdbc.sql("UPDATE repayment_difference SET explanation = ?, explained_by = ?, explained_at = ? WHERE difference_no = ?")
                .params(explanation, by, FileStore.time(at), differenceNo)
                .update();
    }

    /** Turned down, it waits for another explanation. */
    public void answer(String differenceNo, boolean confirmed, String by, Instant at) {
        String sql = confirmed
                ? "UPDATE repayment_difference SET confirmed_by = ?, confirmed_at = ? WHERE difference_no = ?"
                : "UPDATE repayment_difference SET explanation = NULL, explained_by = NULL, explained_at = NULL WHERE ?::text IS NOT NULL AND ?::timestamptz IS NOT NULL AND difference_no = ?";
        jdbc.sql(sql).params(by, FileStore.time(at), differenceNo).update();
    }

    /** Closes the day when nothing is open. @return false while something is */
    public boolean close(PartnerId bank, LocalDate day, Instant at) {
        return jdbc.sql("UPDATE repayment_day d SET state = 'explained', closed_at = ? WHERE bank = ? AND day = ? AND state = 'differs'"
                                + " AND NOT EXISTS (SELECT 1 FROM repayment_difference f WHERE f.bank = d.bank AND f.day = d.day AND f.confirmed_by IS NULL)")
                        .params(FileStore.time(at), bank.value(), day)
                        .update()
                == 1;
    }

    public List<ReconciliationResult.Difference> differences(PartnerId bank, LocalDate day, int limit) {
        return jdbc.sql("SELECT * FROM repayment_difference WHERE bank = ? AND day = ? ORDER BY difference_no LIMIT ?")
                .params(bank.value(), day, limit)
                .query((row, i) -> new ReconciliationResult.Difference(
                        row.getString("difference_no"), Words.parse(row.getString("type"), ReconciliationResult.Type.class), Words.parse(row.getString("kind"), Kind.class),
                        row.getString("account_no"), row.getString("reference"), money(row.getObject("centre_fen", Long.class)), money(row.getObject("bank_fen", Long.class)),
                        Words.parse(row.getString("owner"), ReconciliationResult.Owner.class), row.getObject("due_on", LocalDate.class), row.getString("explanation")))
                .list();
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }

    private static String text(InstalmentParts p) {
        return Stream.of(p.principal(), p.overduePrincipal(), p.interest(), p.overdueInterest(), p.penalty(), p.fine())
                .map(part -> "" + part.fen())
                .collect(Collectors.joining(","));
    }

    private static InstalmentParts parts(Long[] p) {
        return new InstalmentParts(new Money(p[0]), new Money(p[1]), new Money(p[2]), new Money(p[3]), new Money(p[4]), new Money(p[5]));
    }
}
