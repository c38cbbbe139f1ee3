package io.jinqiao.credit.store;

import io.jinqiao.credit.GiveAuthorisation;
import io.jinqiao.credit.enquiry.Authorisation;
import io.jinqiao.credit.enquiry.Purpose;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    public List<Authorisation> of(PartnerId bank, String applicationNo, String person) {
        return jdbc.sql("SELECT purpose, signed_on, last_day, post_loan, document FROM credit_authorisation WHERE partner = ? AND application_no = ? AND person = ? ORDER BY number")
                .params(bank.value(), applicationNo, person)
                .query((row, i) -> new Authorisation(
                        person, Words.parse(row.getString("purpose"), Purpose.class), row.getObject("signed_on", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getBoolean("post_loan"),
                        new Digest(row.getString("document"))))
                .list();
    }
}
