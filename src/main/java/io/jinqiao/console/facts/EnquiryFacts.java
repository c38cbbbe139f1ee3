package io.jinqiao.console.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enquiries at the credit reference system as the room of credit shows them: never what a report says. */
@Component
public class EnquiryFacts {
    private final JdbcClient db;

    EnquiryFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code credit_fact_enquiry} says. */
    public record Enquiry(
            long number,
            @Nullable String enquiryNo,
            String partner,
            String applicationNo,
            String person,
            String purpose,
            String state,
            @Nullable String consent,
            @Nullable Long uses,
            String askedBy,
            Instant askedAt,
            @Nullable String agreedBy,
            @Nullable Instant answeredAt,
            @Nullable String codes,
            long looks) {
        /** Whether there is something to look at. */
        public boolean readable() {
            return state.equals("found") || state.equals("no-record") || state.equals("reused");
        }
    }

    /** Columns as {@code credit_fact_enquiry_look} says. */
    public record Look(String who, Instant at) {}

    /** Columns as {@code credit_fact_authorisation} says. */
    public record Consent(
            long number, String partner, String applicationNo, String person, String purpose, LocalDate signedOn, LocalDate lastDay, boolean postLoan, String document, String registeredBy, Instant registeredAt) {}

    /** Columns as {@code credit_fact_withdrawal} says. */
    public record Withdrawal(long number, String partner, String applicationNo, String person, String what, LocalDate withdrawnOn, String document, String registeredBy, Instant registeredAt) {}

    /** Those that wait for a second person first, then the latest. @param applicationNo null: of any */
    public List<Enquiry> latest(@Nullable String applicationNo, int most) {
        return db.sql("SELECT * FROM credit_fact_enquiry WHERE :no::text IS NULL OR application_no = :no ORDER BY state <> 'waiting', number DESC LIMIT :most")
                .param("no", applicationNo)
                .param("most", most)
                .query(Enquiry.class)
                .list();
    }

    public Optional<Enquiry> find(long number) {
        return db.sql("SELECT * FROM credit_fact_enquiry WHERE number = ?").param(number).query(Enquiry.class).optional();
    }

    /** Latest first. */
    public List<Look> looks(long number) {
        return db.sql("SELECT who, at FROM credit_fact_enquiry_look WHERE number = ? ORDER BY at DESC").param(number).query((row, i) -> new Look(row.getString(1), row.getTimestamp(2).toInstant())).list();
    }

    /** Latest first. @param applicationNo null: of any */
    public List<Consent> consents(@Nullable String applicationNo, int most) {
        return db.sql("SELECT * FROM credit_fact_authorisation WHERE :no::text IS NULL OR application_no = :no ORDER BY number DESC LIMIT :most")
                .param("no", applicationNo)
                .param("most", most)
                .query(Consent.class)
                .list();
    }

    /** Latest first. @param applicationNo null: of any */
    public List<Withdrawal> withdrawals(@Nullable String applicationNo, int most) {
        return db.sql("SELECT * FROM credit_fact_withdrawal WHERE :no::text IS NULL OR application_no = :no ORDER BY number DESC LIMIT :most")
                .param("no", applicationNo)
                .param("most", most)
                .query(Withdrawal.class)
                .list();
    }
}
