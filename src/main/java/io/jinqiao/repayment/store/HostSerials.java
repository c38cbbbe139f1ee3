package io.jinqiao.repayment.store;

import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments known by the serial they have at their bank's host: what a file told of already, its deduction's result does not bring again. */
@Repository
public class HostSerials {
    static final String PAID = "r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine";

    private final JdbcClient jdbc;

    public HostSerials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Payment(String accountNo, int instalment, String serial) {}

    /**
     * What was paid of an instalment, with other serials, when a row was told: a row's amounts are those of all its payments, its serial is that of the last one. Of its own day what tells
     * of more came after it.
     *
     * @param sum of the row
     */
    static String before(String sum) {
        return "(SELECT coalesce(max(" + PAID.replace("r.", "e.") + "), 0) FROM repayment_row e JOIN repayment_file y ON y.id = e.file WHERE e.account_no = r.account_no AND e.bank = r.bank"
                + " AND e.instalment = r.instalment AND e.file <> r.file AND e.accounting_date <= r.accounting_date AND e.accounting_date > a.balance_on AND e.host_serial IS DISTINCT FROM r.host_serial"
                + " AND " + PAID.replace("r.", "e.") + " <= " + sum + " AND y.stands AND y.replaced_at IS NULL)";
    }

    /** @param fen paid of the instalment with it */
    private record Told(LocalDate paidOn, long fen) {}

    /** Payments no result told of yet. */
    public static final class Known {
        private final Map<Payment, List<Told>> payments;

        private Known(Map<Payment, List<Told>> payments) {
            this.payments = payments;
        }

        /** Whether the money of a line is one of them. A host may use a serial again: what was paid before the money could be taken is another payment. */
        public boolean have(DeductionResult.Line line, int instalment, LocalDate deductOn, LocalDate accountingDate) {
            long fen = line.paid().fen();
            return line.hostSerial() != null && fen > 0
                    && payments.getOrDefault(new Payment(line.loanAccountNo(), instalment, line.hostSerial()), List.of()).stream()
                            .anyMatch(told -> told.fen() >= fen && !told.paidOn().isBefore(deductOn) && !told.paidOn().isAfter(accountingDate));
        }
    }

    public Known of(PartnerId bank, Collection<String> accountNos) {
        return known(bank, accountNos, "NOT EXISTS (SELECT 1 FROM repayment_deduction_line l"
                + " WHERE l.account = a.id AND l.instalment = r.instalment AND l.host_serial = r.host_serial AND (SELECT sum(p) FROM unnest(l.paid_fen) p) > 0)");
    }

    /** Those the bank itself told of, whether a result told of them too. */
    public Known toldByTheBank(PartnerId bank, Collection<String> accountNos) {
        return known(bank, accountNos, "NOT (x.single AND starts_with(x.file_no, '" + ResultRows.NUMBERS + "'))");
    }

    private Known known(PartnerId bank, Collection<String> accountNos, String which) {
        return new Known(jdbc.sql("SELECT r.account_no, r.instalment, r.host_serial, r.paid_on, " + PAID + " - " + before(PAID) + " AS fen FROM repayment_row r JOIN repayment_file x ON x.id = r.file"
                        + " JOIN repayment_account a ON a.bank = r.bank AND a.account_no = r.account_no WHERE r.bank = ? AND r.account_no = ANY (string_to_array(?, E'\\n'))"
                        + " AND x.stands AND x.replaced_at IS NULL AND r.host_serial IS NOT NULL AND r.paid_on IS NOT NULL AND " + which)
                .params(bank.value(), String.join("\n", accountNos))
                .query((row, i) -> Map.entry(
                        new Payment(row.getString("account_no"), row.getInt("instalment"), row.getString("host_serial")),
                        new Told(row.getObject("paid_on", LocalDate.class), row.getLong("fen"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }
}
