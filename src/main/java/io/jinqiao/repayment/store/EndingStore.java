package io.jinqiao.repayment.store;

import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loans that ended: paid back, or never really paid out. */
@Repository
public class EndingStore {
    private final JdbcClient jdbc;

    public EndingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param balance principal owed by what was told until a day @param overdue fen owed of overdue instalments */
    public record Owed(long account, @Nullable String contractNo, Money amount, Money balance, long overdue) {}

    /** A loan, held until the transaction ends. */
    public Optional<Owed> owed(PartnerId bank, String accountNo, LocalDate day, Instant known) {
        return jdbc.sql("SELECT a.id, a.contract_no, a.amount_fen, coalesce(l.balance, a.balance_fen) AS balance, coalesce(l.owed_fen, 0) AS owed FROM repayment_account a"
                        + " LEFT JOIN LATERAL (SELECT balance, owed_fen FROM repayment_loans_at(?, ?, ?) t WHERE t.account = a.id) l ON true WHERE a.bank = ? AND a.account_no = ? FOR UPDATE OF a")
                .params(bank.value(), day, FileStore.time(known), bank.value(), accountNo)
                .query((row, i) -> new Owed(
                        row.getLong("id"), row.getString("contract_no"), new Money(row.getLong("amount_fen")), new Money(row.getLong("balance")), row.getLong("owed")))
                .optional();
    }

    /** @return false when the loan was settled before */
    public boolean settled(Incoming incoming, Settlement told, long account, Instant at) {
        Settlement.Proof proof = told.proof();
        return jdbc.sql("INSERT INTO repayment_settlement (account, settlement_no, how, settled_on, accounting_date, last_fen, interest_fen, release, proof_no, proof_digest, message_id, told_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(account, told.settlementNo(), Words.of(told.how()), told.settledOn(), told.accountingDate(), told.last().fen(), told.interestRepaid().fen())
                        .params(Words.of(told.release()), proof == null ? null : proof.proofNo(), proof == null ? null : proof.digest().hex())
                        .params(incoming.id().value(), FileStore.time(at))
                        .update()
                == 1;
    }

    public void returned(PartnerId bank, DisbursementReturned told) {
        jdbc.sql("INSERT INTO repayment_return (account, disbursed_on, returned_on, accounting_date, amount_fen) SELECT id, disbursed_on, ?, ?, amount_fen FROM repayment_account"
                        + " WHERE bank = ? AND account_no = ? ON CONFLICT DO NOTHING")
                .params(told.returnedOn(), told.accountingDate(), bank.value(), told.loanAccountNo())
                .update();
    }
}
