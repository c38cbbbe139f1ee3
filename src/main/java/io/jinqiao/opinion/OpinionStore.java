package io.jinqiao.opinion;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows are only ever added; where an opinion stands is read from what happened to it. */
@Repository
class OpinionStore {
    enum Event {
        DELIVERED,
        DELIVERY_REFUSED,
        PRINTED,
        SUPERSEDED,
        REVOKED,
        REVOCATION_DELIVERED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final String SELECT = """
            SELECT opinion_no, version, bank, application_no, format, digest, valid_to, issued_at, standing,
                   delivered_at IS NOT NULL AS delivered, copies_printed
            FROM opinion_fact_opinion
            """;

    private final JdbcClient db;
    private final PersonalData personal;

    OpinionStore(JdbcClient db, PersonalData personal) {
        this.db = db;
        this.personal = personal;
    }

    /** One after the other for each application, until the end of the transaction. */
    void lock(PartnerId bank, String applicationNo) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "opinion/" + bank + "/" + applicationNo)
                .query((row, n) -> n)
                .list();
    }

    /** @param sealed of each format; the first one is the one that is sent */
    void add(ApprovedLoan loan, Digest content, List<SealedDocument> sealed) {
        Subject about = new Subject(loan.bank(), loan.application().applicationNo());
        sealed.forEach(one -> file(about, one));
        SealedDocument sent = sealed.get(0);
        db.sql("""
                        INSERT INTO opinion_opinion (opinion_no, version, bank, application_no, acceptance_no, amount_fen, months,
                            rate_version, decided_on, valid_to, content_digest, document, issued_at)
                        VALUES (:no, :version, :bank, :application, :acceptance, :amount, :months,
                            :rate, :decided, :valid, :content, :document, :at)
                        """)
                .param("no", loan.opinionNo())
                .param("version", loan.version())
                .param("bank", loan.bank().value())
                .param("application", loan.application().applicationNo())
                .param("acceptance", loan.acceptanceNo())
                .param("amount", loan.amount().fen())
                .param("months", loan.months())
                .param("rate", loan.rateVersion())
                .param("decided", loan.decidedOn())
                .param("valid", loan.validTo())
                .param("content", content.hex())
                .param("document", sent.digest().hex())
                .param("at", Timestamp.from(sent.at()))
                .update();
        sealed.forEach(one -> sealing(loan, one));
    }

    /** The digest is of the document as it was sealed. */
    private void file(Subject about, SealedDocument sealed) {
        db.sql("INSERT INTO opinion_document (digest, format, bytes, made_at) VALUES (:digest, :format, :bytes, :at)"
                        + " ON CONFLICT DO NOTHING")
                .param("digest", sealed.digest().hex())
                .param("format", sealed.format())
                .param("bytes", personal.conceal(about, sealed.bytes()))
                .param("at", Timestamp.from(sealed.at()))
                .update();
    }

    private void sealing(ApprovedLoan loan, SealedDocument sealed) {
        db.sql("""
                        INSERT INTO opinion_sealing (opinion_no, version, document, sealed_at, reviewed_by, approved_by, reason,
                            device, certificate, seal_id, effective)
                        VALUES (:no, :version, :document, :at, :reviewed, :approved, :reason, :device, :certificate, :seal, :effective)
                        """)
                .param("no", loan.opinionNo())
                .param("version", loan.version())
                .param("document", sealed.digest().hex())
                .param("at", Timestamp.from(sealed.at()))
                .param("reviewed", loan.reviewedBy())
                .param("approved", loan.approvedBy())
                .param("reason", sealed.reason())
                .param("device", sealed.device())
                .param("certificate", sealed.certificate().hex())
                .param("seal", sealed.sealId())
                .param("effective", sealed.effective())
                .update();
    }

    /** Adds what happened, once for each message. */
    void happened(
            String opinionNo,
            Event event,
            Instant at,
            @Nullable String messageId,
            @Nullable Integer copies,
            @Nullable String who,
            @Nullable String remark) {
        db.sql("""
                        INSERT INTO opinion_event (opinion_no, kind, at, message_id, copies, who, remark)
                        VALUES (:no, :kind, :at, :message, :copies, :who, :remark)
                        ON CONFLICT (opinion_no, kind, message_id) DO NOTHING
                        """)
                .param("no", opinionNo)
                .param("kind", event.word())
                .param("at", Timestamp.from(at))
                .param("message", messageId)
                .param("copies", copies)
                .param("who", who)
                .param("remark", remark)
                .update();
    }

    Optional<IssuedOpinion> find(String opinionNo) {
        return db.sql(SELECT + "WHERE opinion_no = :no").param("no", opinionNo).query(OpinionStore::read).optional();
    }

    Optional<IssuedOpinion> inForce(PartnerId bank, String applicationNo) {
        return db.sql(SELECT + "WHERE bank = :bank AND application_no = :application AND standing = 'in-force'")
                .param("bank", bank.value())
                .param("application", applicationNo)
                .query(OpinionStore::read)
                .optional();
    }

    /** Digest of what the opinion says; empty when there is none. */
    Optional<String> content(String opinionNo) {
        return db.sql("SELECT content_digest FROM opinion_opinion WHERE opinion_no = :no")
                .param("no", opinionNo)
                .query(String.class)
                .optional();
    }

    /** @throws io.jinqiao.message.Refusal when the person's data were erased */
    Optional<byte[]> document(String opinionNo) {
        return db.sql("SELECT d.bytes FROM opinion_opinion o JOIN opinion_document d ON d.digest = o.document"
                        + " WHERE o.opinion_no = :no")
                .param("no", opinionNo)
                .query(byte[].class)
                .optional()
                .map(personal::require);
    }

    /**
     * Of one format; empty when none was made.
     *
     * @throws io.jinqiao.message.Refusal when the person's data were erased
     */
    Optional<byte[]> document(String opinionNo, String format) {
        return db.sql("SELECT d.bytes FROM opinion_sealing s JOIN opinion_document d ON d.digest = s.document"
                        + " WHERE s.opinion_no = :no AND d.format = :format")
                .param("no", opinionNo)
                .param("format", format)
                .query(byte[].class)
                .optional()
                .map(personal::require);
    }

    private static IssuedOpinion read(ResultSet row, int number) throws SQLException {
        return new IssuedOpinion(
                row.getString("opinion_no"),
                row.getInt("version"),
                new PartnerId(row.getString("bank")),
                row.getString("application_no"),
                row.getString("format"),
                new Digest(row.getString("digest")),
                row.getObject("valid_to", LocalDate.class),
                row.getTimestamp("issued_at").toInstant(),
                IssuedOpinion.Standing.valueOf(row.getString("standing").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getBoolean("delivered"),
                row.getInt("copies_printed"));
    }
}
