package io.jinqiao.credit.store;

import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.WithdrawConsent;
import io.jinqiao.credit.enquiry.Authorisation;
import io.jinqiao.credit.enquiry.Purpose;
import io.jinqiao.credit.notice.Withdrawals;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Written consents to be asked about, as they were registered. */
@Repository
public class ConsentStore {
    private final JdbcClient jdbc;

    public ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number */
    public long register(GiveAuthorisation told, Instant at) {
        return jdbc.sql("INSERT INTO credit_authorisation (partner, application_no, person, purpose, signed_on, last_day, post_loan, document, registered_by, registered_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number")
                .params(told.bank().value(), told.applicationNo(), told.person(), Words.of(told.purpose()), told.signedOn(), told.lastDay(), told.postLoan(), told.document().hex(), told.by(), Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** @return its number */
    public long withdraw(WithdrawConsent told, Instant at) {
        return jdbc.sql("INSERT INTO credit_withdrawal (partner, application_no, person, what, withdrawn_on, document, registered_by, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number")
                .params(told.bank().value(), told.applicationNo(), told.person(), Words.of(told.what()), told.withdrawnOn(), told.document().hex(), told.by(), Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** The last day up to which nothing a person signed to be asked about counts; empty when they took nothing back. */
    public Optional<LocalDate> withdrawn(PartnerId bank, String applicationNo, String person) {
        return jdbc.sql("SELECT max(withdrawn_on) FROM credit_withdrawal WHERE what = 'enquiry' AND partner = ? AND application_no = ? AND person = ? HAVING count(*) > 0")
                .params(bank.value(), applicationNo, person)
                .query(LocalDate.class)
                .optional();
    }

    /** Everybody who took back the consent to be reported: few. */
    public Withdrawals ofReporting() {
        return new Withdrawals(jdbc.sql("SELECT partner, application_no, person, withdrawn_on FROM credit_withdrawal WHERE what = 'reporting'")
                .query((row, i) -> new Withdrawals.One(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list());
    }

    public List<Authorisation> of(PartnerId bank, String applicationNo, String person) {
        return jdbc.sql("SELECT purpose, signed_on, last_day, post_loan, document FROM credit_authorisation WHERE partner = ? AND application_no = ? AND person = ? ORDER BY number")
                .params(bank.value(), applicationNo, person)
                .query((row, i) -> new Authorisation(
                        person, Words.parse(row.getString("purpose"), Purpose.class), row.getObject("signed_on", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getBoolean("post_loan"),
                        new Digest(row.getString("document"))))
                .list();
    }
}
