package io.jinqiao.mortgage.store;

import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.Subject;
import io.jinqiao.message.Words;
import io.jinqiao.mortgage.Certificates.Kept;
import io.jinqiao.mortgage.model.Told;
import io.jinqiao.opinion.DocumentVerdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates with what their verification came to; a file that comes again is kept once, with its latest verification. */
@Repository
public class CertificateStore {
    private final JdbcClient jdbc;
    private final PersonalData data;

    public CertificateStore(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    public void keep(StoredCase of, RegistrationCertificate notice, DocumentVerdict verdict, Told.Certificate told, MessageId message, Instant at) {
        jdbc.sql("""
                        INSERT INTO mortgage_certificate (case_no, digest, format, bytes, issued_on, verdict, findings, doubts, message_id, received_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (case_no, digest) DO UPDATE SET verdict = excluded.verdict, findings = excluded.findings, doubts = excluded.doubts
                        """)
                .params(notice.caseNo(), notice.digest().hex(), Words.of(notice.format()))
                .param(data.conceal(new Subject(of.bank(), of.applicationNo()), notice.file()))
                .params(notice.issuedOn(), Words.of(verdict.result()))
                .param(verdict.failures().toArray(String[]::new))
                .param(told.doubts().stream().map(Words::of).sorted().toArray(String[]::new))
                .params(message.value(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws io.jinqiao.message.Refusal when the person's data were erased */
    public Optional<Kept> find(String caseNo, Digest digest) {
        return jdbc.sql("SELECT digest, format, bytes FROM mortgage_certificate WHERE case_no = ? AND digest = ?")
                .params(caseNo, digest.hex())
                .query((row, i) -> kept(row, data.require(row.getBytes("bytes"))))
                .optional();
    }

    /** Without those whose person's data were erased. */
    public List<Kept> of(PartnerId bank, String applicationNo) {
        return jdbc
                .sql("""
                        SELECT f.digest, f.format, f.bytes FROM mortgage_certificate f JOIN mortgage_case c ON c.case_no = f.case_no
                        WHERE c.bank = ? AND c.application_no = ? ORDER BY f.received_at, f.digest
                        """)
                .params(bank.value(), applicationNo)
                .query((row, i) -> {
                    Kept sealed = kept(row, row.getBytes("bytes"));
                    return data.reveal(sealed.file()).map(file -> new Kept(sealed.digest(), sealed.format(), file));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of these cases, those with a certificate that does not hold, and when the latest came or a person looked at the case, whichever was later. */
    public Map<String, Instant> doubted(Collection<String> cases) {
        Map<String, Instant> since = new HashMap<>();
        jdbc.sql("""
                        SELECT f.case_no, greatest(max(f.received_at), (SELECT max(l.said_at) FROM mortgage_look l WHERE l.case_no = f.case_no)) AS since
                        FROM mortgage_certificate f WHERE f.case_no = ANY (?) AND f.doubts <> '{}' GROUP BY f.case_no
                        """)
                .param(cases.toArray(String[]::new))
                .query(row -> {
                    since.put(row.getString("case_no"), row.getObject("since", OffsetDateTime.class).toInstant());
                });
        return since;
    }

    private static Kept kept(ResultSet row, byte[] file) throws SQLException {
        return new Kept(new Digest(row.getString("digest")), row.getString("format"), file);
    }
}
