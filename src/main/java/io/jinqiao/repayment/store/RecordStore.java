package io.jinqiao.repayment.store;

import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What banks did to collect. The bank's remark stays in the journal: it may name people. */
@Repository
public class RecordStore {
    private final JdbcClient jdbc;

    public RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param outcome as a word */
    public record Contact(Instant doneAt, String outcome) {}

    /** Until the transaction ends no other record of this loan is judged. @return false when the bank keeps no such loan */
    public boolean oneAtATime(PartnerId bank, String accountNo) {
        return jdbc.sql("SELECT id FROM repayment_account WHERE bank = ? AND account_no = ? FOR NO KEY UPDATE")
                .params(bank.value(), accountNo)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Contacts of one person of a loan by one of these steps. */
    public List<Contact> contacts(PartnerId bank, String accountNo, Party.Role person, List<String> steps) {
        return jdbc.sql("SELECT r.done_at, r.outcome FROM repayment_record r JOIN repayment_case c ON c.case_no = r.case_no JOIN repayment_account a ON a.id = c.account"
                        + " WHERE r.bank = :bank AND a.account_no = :account AND r.contacted = :person AND r.step IN (:steps)")
                .param("bank", bank.value())
                .param("account", accountNo)
                .param("person", Words.of(person))
                .param("steps", steps)
                .query((row, i) -> new Contact(row.getTimestamp("done_at").toInstant(), row.getString("outcome")))
                .list();
    }

    public boolean proofUsed(PartnerId bank, CollectionRecord.Reference reference) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_record WHERE bank = ? AND proof_kind = ? AND proof_number = ?)")
                .params(bank.value(), Words.of(reference.kind()), reference.number())
                .query(Boolean.class)
                .single();
    }

    /** @param at when it was known here @param fileBy last day on which it is in time */
    public void insert(Incoming incoming, CollectionRecord record, String caseNo, Instant at, LocalDate fileBy) {
        CollectionRecord.Promise promise = record.promise();
        jdbc.sql("INSERT INTO repayment_record (bank, record_no, case_no, order_no, step, contacted, done_at, told_at, file_by, operator_no, outcome, promise_fen,"
                        + " promise_by, proof_kind, proof_number, proof_document, message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(incoming.partner().value(), record.recordNo(), caseNo, record.orderNo(), Words.of(record.step()), Words.of(record.contacted()))
                .params(FileStore.time(record.doneAt()), FileStore.time(at), fileBy, record.operatorNo(), Words.of(record.outcome()))
                .params(promise == null ? null : promise.amount().fen())
                .params(promise == null ? null : promise.payBy())
                .params(Words.of(record.reference().kind()), record.reference().number())
                .params(record.reference().document() == null ? null : record.reference().document().toString())
                .params(incoming.id().value())
                .update();
    }

    public void promisePauses(PartnerId bank, String recordNo, boolean pauses) {
        jdbc.sql("UPDATE repayment_record SET promise_pauses = ? WHERE bank = ? AND record_no = ?").params(pauses, bank.value(), recordNo).update();
    }

    public void promiseBecame(PartnerId bank, String recordNo, boolean kept, Instant at) {
        jdbc.sql("UPDATE repayment_record SET promise_became = ?, promise_known = ? WHERE bank = ? AND record_no = ?")
                .params(kept ? "kept" : "broken", FileStore.time(at), bank.value(), recordNo)
                .update();
    }
}
