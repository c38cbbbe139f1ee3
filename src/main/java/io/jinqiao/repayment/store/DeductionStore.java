package io.jinqiao.repayment.store;

import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.deduction.Waterfall;
import io.jinqiao.repayment.model.LoanBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs of deductions with their orders and lines. Accounts and names the money is taken from stay in the message. */
@Repository
public class DeductionStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public DeductionStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param paid null: not told yet */
    public record Line(int lineNo, long account, String accountNo, int instalment, InstalmentParts due, boolean partial, @Nullable InstalmentParts paid) {}

    public record Order(String orderNo, String runNo, String state, LocalDate deductOn, DeductionOrder.Source source, Waterfall waterfall) {}

    /** A run as it was ordered. */
    public record Ordered(PartnerId bank, DeductionOrder.Source source, LocalDate deductOn, Set<OrderedLine> lines) {}

    public record OrderedLine(int lineNo, String accountNo, int instalment, InstalmentParts due, boolean partial, @Nullable String mandateNo) {}

    /** What was ordered under a number, without accounts and names, which are not kept; empty when there is no such run. */
    public Optional<Ordered> ordered(String runNo) {
        Set<OrderedLine> lines = new HashSet<>();
        jdbc.sql("SELECT l.*, a.account_no FROM repayment_deduction d JOIN repayment_deduction_line l ON l.order_no = d.order_no JOIN repayment_account a ON a.id = l.account"
                        + " WHERE d.run_no = ?")
                .param(runNo)
                .query(row -> {
                    lines.add(new OrderedLine(
                            row.getInt("line_no"), row.getString("account_no"), row.getInt("instalment"), parts(row, "due_fen"), row.getBoolean("partial"), row.getString("mandate_no")));
                });
        return jdbc.sql("SELECT bank, source, deduct_on FROM repayment_run WHERE run_no = ?")
                .param(runNo)
                .query((row, i) -> new Ordered(
                        new PartnerId(row.getString("bank")), Words.parse(row.getString("source"), DeductionOrder.Source.class), row.getObject("deduct_on", LocalDate.class), lines))
                .optional();
    }

    /** Instalments nobody knows what was taken of: their run was given up, its bank neither told nor wrote that nothing was. By loan and instalment, the run. */
    public Map<List<Long>, String> undecided(Collection<LoanBook> loans) {
        return jdbc.sql("SELECT l.account, l.instalment, d.run_no FROM repayment_deduction_line l JOIN repayment_deduction d ON d.order_no = l.order_no"
                        + " WHERE l.account = ANY (string_to_array(?, ',')::bigint[]) AND l.result IS NULL AND d.state = 'given-up'"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_run_closing c WHERE c.run_no = d.run_no AND c.confirmed AND c.document IS NOT NULL)")
                .param(loans.stream().map(loan -> "" + loan.account()).collect(Collectors.joining(",")))
                .query((row, i) -> Map.entry(List.of(row.getLong("account"), row.getLong("instalment")), row.getString("run_no")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    /** @return false when the bank has an open run; another one that is being opened is waited for */
    public boolean open(DeductInstalments run, Waterfall waterfall, long total, Instant at) {
        return jdbc.sql("INSERT INTO repayment_run (run_no, bank, source, deduct_on, waterfall, lines, total_fen, opened_at, opened_by)"
                                + " VALUES (?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(run.runNo(), run.bank().value(), Words.of(run.source()), run.deductOn())
                        .params(String.join(",", waterfall.order().stream().map(Words::of).toList()), run.lines().size(), total, FileStore.time(at), run.by())
                        .update()
                == 1;
    }

    public void insert(DeductionOrder order, String runNo, PartnerId bank, Map<String, LoanBook> loans) {
        jdbc.sql("INSERT INTO repayment_deduction (order_no, run_no, bank, state) VALUES (?, ?, ?, 'issued')").params(order.orderNo(), runNo, bank.value()).update();
        batches.batchUpdate(
                "INSERT INTO repayment_deduction_line (order_no, line_no, account, instalment, due_fen, partial, mandate_no)"
                        + " VALUES (?, ?, ?, ?, string_to_array(?, ',')::bigint[], ?, ?)",
                order.lines().stream()
                        .map(line -> new Object[] {
                            order.orderNo(), line.lineNo(), loans.get(line.loanAccountNo()).account(), line.instalment(), text(line.due()), line.partial(), line.mandateNo()
                        })
                        .toList());
    }

    /** Held until the transaction ends. */
    public Optional<Order> find(PartnerId bank, String orderNo) {
        return jdbc.sql("SELECT d.order_no, d.run_no, d.state, r.deduct_on, r.source, r.waterfall FROM repayment_deduction d JOIN repayment_run r ON r.run_no = d.run_no"
                        + " WHERE d.bank = ? AND d.order_no = ? FOR UPDATE")
                .params(bank.value(), orderNo)
                .query((row, i) -> new Order(
                        row.getString("order_no"), row.getString("run_no"), row.getString("state"), row.getObject("deduct_on", LocalDate.class),
                        Words.parse(row.getString("source"), DeductionOrder.Source.class),
                        new Waterfall(Arrays.stream((String[]) row.getArray("waterfall").getArray()).map(part -> Words.parse(part, DeductionOrder.Part.class)).toList())))
                .optional();
    }

    public Map<Integer, Line> lines(String orderNo) {
        Map<Integer, Line> lines = new HashMap<>();
        jdbc.sql("SELECT l.*, a.account_no FROM repayment_deduction_line l JOIN repayment_account a ON a.id = l.account WHERE l.order_no = ?").param(orderNo).query(row -> {
            Line line = new Line(
                    row.getInt("line_no"), row.getLong("account"), row.getString("account_no"), row.getInt("instalment"), parts(row, "due_fen"), row.getBoolean("partial"),
                    row.getArray("paid_fen") == null ? null : parts(row, "paid_fen"));
            lines.put(line.lineNo(), line);
        });
        return lines;
    }

    /** A line as its result told it. @param messageId of the result @param resultNo its number; that of its message when it was told before numbers were kept */
    public record ToldLine(String orderNo, Line line, DeductionResult.Line told, LocalDate accountingDate, String messageId, String resultNo) {}

    private static final String TOLD = "SELECT l.*, a.account_no FROM repayment_deduction_line l JOIN repayment_account a ON a.id = l.account WHERE ";

    /** What a result told of an instalment; empty when it was of something else. @param messageId of the result */
    public Optional<ToldLine> told(PartnerId bank, String messageId, String accountNo, int instalment) {
        return jdbc.sql(TOLD + "a.bank = ? AND a.account_no = ? AND l.instalment = ? AND l.message_id = ?").params(bank.value(), accountNo, instalment, messageId).query((row, i) -> toldLine(row)).optional();
    }

    /** Empty before its result. */
    public Optional<ToldLine> told(String orderNo, int lineNo) {
        return jdbc.sql(TOLD + "l.order_no = ? AND l.line_no = ? AND l.result IS NOT NULL").params(orderNo, lineNo).query((row, i) -> toldLine(row)).optional();
    }

    private static ToldLine toldLine(ResultSet row) throws SQLException {
        String accountNo = row.getString("account_no");
        InstalmentParts paid = parts(row, "paid_fen");
        Line line = new Line(row.getInt("line_no"), row.getLong("account"), accountNo, row.getInt("instalment"), parts(row, "due_fen"), row.getBoolean("partial"), paid);
        DeductionResult.Line told = new DeductionResult.Line(line.lineNo(), accountNo, Words.parse(row.getString("result"), DeductionOutcome.class), paid, row.getString("host_serial"), null);
        return new ToldLine(row.getString("order_no"), line, told, row.getObject("accounting_date", LocalDate.class), row.getString("message_id"),
                Objects.requireNonNullElse(row.getString("result_no"), row.getString("message_id")));
    }

    public void result(String orderNo, DeductionResult.Line line, DeductionResult result, String messageId) {
        jdbc.sql("UPDATE repayment_deduction_line SET result = ?, paid_fen = string_to_array(?, ',')::bigint[], host_serial = ?, accounting_date = ?, message_id = ?, result_no = ?"
                        + " WHERE order_no = ? AND line_no = ?")
                .params(Words.of(line.result()), text(line.paid()), line.hostSerial(), result.accountingDate(), messageId, result.resultNo(), orderNo, line.lineNo())
                .update();
    }

    /** @param fen less than nothing: it was taken all the same @param messageId of the report that says so */
    public void takenBack(String orderNo, int lineNo, long fen, String messageId) {
        jdbc.sql("UPDATE repayment_deduction_line SET returned_fen = least(greatest(returned_fen + ?, 0), (SELECT sum(p) FROM unnest(paid_fen) p)), return_message_id = ? WHERE order_no = ? AND line_no = ?")
                .params(fen, messageId, orderNo, lineNo)
                .update();
    }

    public void answered(String orderNo, boolean taken, String messageId, @Nullable String batchNo, @Nullable LocalDate expectedOn, @Nullable String refused, Instant at) {
        jdbc.sql("UPDATE repayment_deduction SET state = CASE WHEN state = 'issued' THEN ? ELSE state END, message_id = ?, batch_no = ?, expected_on = ?, refused = ?,"
                        + " answered_at = ?, ended_at = CASE WHEN ? THEN ended_at ELSE ?::timestamptz END WHERE order_no = ?")
                .params(taken ? "taken" : "refused", messageId, batchNo, expectedOn, refused, FileStore.time(at), taken, FileStore.time(at), orderNo)
                .update();
    }

    public void done(String orderNo, Instant at) {
        jdbc.sql("UPDATE repayment_deduction SET state = 'done', ended_at = ? WHERE order_no = ?").params(FileStore.time(at), orderNo).update();
    }

    /** Closes a run that has no order left on which something may still come. */
    public void closeIfDone(String runNo, Instant at) {
        jdbc.sql("SELECT 1 FROM repayment_run WHERE run_no = ? FOR UPDATE").param(runNo).query(Integer.class).single();
        jdbc.sql("UPDATE repayment_run r SET closed_at = ? WHERE run_no = ? AND closed_at IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_deduction d WHERE d.run_no = r.run_no AND d.state IN ('issued', 'taken'))")
                .params(FileStore.time(at), runNo)
                .update();
    }

    /** @return false when the number is taken */
    public boolean insert(RegisterMandate mandate, long account, Instant at) {
        return jdbc.sql("INSERT INTO repayment_mandate (bank, mandate_no, account, from_on, until, document, registered_by, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(mandate.bank().value(), mandate.mandateNo(), account, mandate.from(), mandate.until(), mandate.document(), mandate.by(), FileStore.time(at))
                        .update()
                == 1;
    }

    /** @return false when there is none in force */
    public boolean end(PartnerId bank, String mandateNo, LocalDate on, String by) {
        return jdbc.sql("UPDATE repayment_mandate SET ended_on = ?, ended_by = ? WHERE bank = ? AND mandate_no = ? AND ended_on IS NULL")
                        .params(on, by, bank.value(), mandateNo)
                        .update()
                == 1;
    }

    /** Loan of each of these mandates that is in force on this day. */
    public Map<String, Long> inForce(PartnerId bank, List<String> mandateNos, LocalDate day) {
        return jdbc.sql("SELECT mandate_no, account FROM repayment_mandate WHERE bank = ? AND mandate_no = ANY (string_to_array(?, E'\\n')) AND from_on <= ?"
                        + " AND (until IS NULL OR until >= ?) AND (ended_on IS NULL OR ended_on > ?)")
                .params(bank.value(), String.join("\n", mandateNos), day, day, day)
                .query((row, i) -> Map.entry(row.getString("mandate_no"), row.getLong("account")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String text(InstalmentParts p) {
        return Stream.of(p.principal(), p.overduePrincipal(), p.interest(), p.overdueInterest(), p.penalty(), p.fine())
                .map(part -> "" + part.fen())
                .collect(Collectors.joining(","));
    }

    private static InstalmentParts parts(ResultSet row, String column) throws SQLException {
        Long[] p = (Long[]) row.getArray(column).getArray();
        return new InstalmentParts(new Money(p[0]), new Money(p[1]), new Money(p[2]), new Money(p[3]), new Money(p[4]), new Money(p[5]));
    }
}
