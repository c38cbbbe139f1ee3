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

    public record Loan(long account, @Nullable String contractNo, Money amount, boolean ended) {}

    /** A loan, held until the transaction ends. */
    public Optional<Loan> find(PartnerId bank, String accountNo) {
        return jdbc.sql("SELECT id, contract_no, amount_fen, ended_on IS NOT NULL AS ended FROM repayment_account WHERE bank = ? AND account_no = ? FOR UPDATE")
                .params(bank.value(), accountNo)
                .query((row, i) -> new Loan(row.getLong("id"), row.getString("contract_no"), new Money(row.getLong("amount_fen")), row.getBoolean("ended")))
                .optional();
    }

    /** @return false when the loan was settled before */
    public boolean settled(Incoming incoming, Settlement told, long account, Instant at) {
        Settlement.Proof proof = told.proof();
        boolean first = jdbc.sql("INSERT INTO repayment_settlement (account, settlement_no, how, settled_on, accounting_date, last_fen, interest_fen, release, proof_no, proof_digest, message_id, told_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(account, told.settlementNo(), Words.of(told.how()), told.settledOn(), told.accountingDate(), told.last().fen(), told.interestRepaid().fen())
                        .params(Words.of(told.release()), proof == null ? null : proof.proofNo(), proof == null ? null : proof.digest().hex())
                        .params(incoming.id().value(), FileStore.time(at))
                        .update()
                == 1;
        if (first) {
            end(account, told.accountingDate(), at);
        }
        return first;
    }

    /** Nothing falls due any more; collection looks at the bank's loans again. */
    private void end(long account, LocalDate day, Instant at) {
        jdbc.sql("UPDATE repayment_account SET ended_on = ?, ended_at = ? WHERE id = ?").params(day, FileStore.time(at), account).update();
        jdbc.sql("DELETE FROM repayment_round WHERE bank = (SELECT bank FROM repayment_account WHERE id = ?)").param(account).update();
    }

    /** @return false when it was told before, or there is no such loan */
    public boolean returned(PartnerId bank, DisbursementReturned told, Instant at) {
        return find(bank, told.loanAccountNo()).filter(loan -> {
            int first = jdbc.sql("INSERT INTO repayment_return (account, disbursed_on, returned_on, accounting_date, amount_fen) SELECT id, disbursed_on, ?, ?, amount_fen"
                            + " FROM repayment_account WHERE id = ? ON CONFLICT DO NOTHING")
                    .params(told.returnedOn(), told.accountingDate(), loan.account())
                    .update();
            if (first == 1) {
                end(loan.account(), told.accountingDate(), at);
            }
            return first == 1;
        }).isPresent();
    }
}
