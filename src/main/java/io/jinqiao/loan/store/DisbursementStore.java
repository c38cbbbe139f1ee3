package io.jinqiao.loan.store;

import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders to pay loans out, and what the banks did. */
@Repository
public class DisbursementStore {
    private final JdbcClient jdbc;

    public DisbursementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(DisbursementInstruction instruction, String acceptanceNo, PartnerId bank, String by, Instant at) {
        jdbc.sql("INSERT INTO loan_disbursement (instruction_no, acceptance_no, bank, amount_fen, allotment_no, requested_on, instructed_at, instructed_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(instruction.instructionNo(), acceptanceNo, bank.value(), instruction.amount().fen(), instruction.allotmentNo(), instruction.requestedOn())
                .params(at.atOffset(ZoneOffset.UTC), by)
                .update();
    }

    /** What is known of it so far; empty for an instruction of another gateway. */
    public Optional<String> outcome(String instructionNo) {
        return jdbc.sql("SELECT outcome FROM loan_disbursement WHERE instruction_no = ? FOR UPDATE").param(instructionNo).query(String.class).optional();
    }

    public void paid(String instructionNo, DisbursementInstruction.Answer answer, String messageId, Instant at) {
        jdbc.sql("UPDATE loan_disbursement SET outcome = 'paid', message_id = ?, sender_serial = ?, hub_serial = ?, host_serial = ?, account_no = ?, disbursed_on = ?,"
                        + " accounting_date = ?, first_due_on = ?, known_at = ? WHERE instruction_no = ?")
                .params(messageId, answer.senderSerial(), answer.hubSerial(), answer.hostSerial(), answer.loanAccountNo(), answer.disbursedOn())
                .params(answer.accountingDate(), answer.firstDueOn(), at.atOffset(ZoneOffset.UTC), instructionNo)
                .update();
    }

    /** @param refused codes; null: nobody knows */
    public void notPaid(String instructionNo, @Nullable String refused, String messageId, Instant at) {
        jdbc.sql("UPDATE loan_disbursement SET outcome = ?, message_id = ?, refused = ?, known_at = CASE WHEN ? THEN ?::timestamptz END WHERE instruction_no = ?")
                .params(refused == null ? "unknown" : "failed", messageId, refused, refused != null, at.atOffset(ZoneOffset.UTC), instructionNo)
                .update();
    }

    /** A payment that was made. @param back fen that came back of it so far */
    public record Paid(String acceptanceNo, String accountNo, String hostSerial, Money amount, LocalDate disbursedOn, long back) {
        public long stillOut() {
            return amount.fen() - back;
        }
    }

    /** Held until the transaction ends. */
    public Optional<Paid> paid(PartnerId bank, String instructionNo) {
        return jdbc.sql("SELECT *, coalesce((SELECT sum(r.amount_fen) FROM loan_return r WHERE r.instruction_no = d.instruction_no), 0)::bigint AS back FROM loan_disbursement d"
                        + " WHERE bank = ? AND instruction_no = ? AND outcome = 'paid' FOR UPDATE")
                .params(bank.value(), instructionNo)
                .query((row, i) -> new Paid(
                        row.getString("acceptance_no"), row.getString("account_no"), row.getString("host_serial"), new Money(row.getLong("amount_fen")),
                        row.getObject("disbursed_on", LocalDate.class), row.getLong("back")))
                .optional();
    }

    public void returned(Incoming incoming, DisbursementReturned told, Instant at) {
        jdbc.sql("INSERT INTO loan_return (bank, return_no, instruction_no, amount_fen, returned_on, accounting_date, host_serial, reason, message_id, told_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(incoming.partner().value(), told.returnNo(), told.instructionNo(), told.amount().fen(), told.returnedOn(), told.accountingDate(), told.hostSerial())
                .params(Words.of(told.reason()), incoming.id().value(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest instruction of a loan whose money came back; null for a first payment. */
    public @Nullable String cameBack(String acceptanceNo) {
        return jdbc.sql("SELECT instruction_no FROM loan_disbursement WHERE acceptance_no = ? AND outcome = 'paid' ORDER BY instructed_at DESC LIMIT 1")
                .param(acceptanceNo)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
