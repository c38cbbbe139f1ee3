package io.jinqiao.mortgage.store;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationMaterial;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files on their way to the registries, a part at a time for each case; and which scans of the loans are here. */
@Repository
public class MaterialStore {
    /** What goes with the application itself. */
    public static final String APPLICATION = "application";

    private final JdbcClient jdbc;

    public MaterialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void arrived(PartnerId bank, String applicationNo, Collection<AttachmentRef> here, Instant at) {
        jdbc.sql("INSERT INTO mortgage_scan (bank, application_no, digest, kind, size, here_at)"
                        + " SELECT ?, ?, t.digest, t.kind, t.size, ? FROM unnest(?::text[], ?::text[], ?::int[]) AS t (digest, kind, size) ON CONFLICT DO NOTHING")
                .params(bank.value(), applicationNo, CaseStore.time(at))
                .params(digests(here), kinds(here), sizes(here))
                .update();
    }

    public List<AttachmentRef> here(PartnerId bank, String applicationNo) {
        return jdbc.sql("SELECT digest, kind, size FROM mortgage_scan WHERE bank = ? AND application_no = ? ORDER BY kind, digest")
                .params(bank.value(), applicationNo)
                .query((row, i) -> new AttachmentRef(row.getString("kind"), new Digest(row.getString("digest")), row.getInt("size")))
                .list();
    }

    /** They will be sent once the registry took what they go with; one that went with something earlier goes no second time, unless the registry refused it. */
    public void hold(String caseNo, String goesWith, Collection<AttachmentRef> files, int longest) {
        jdbc.sql("""
                        INSERT INTO mortgage_material (case_no, digest, kind, size, goes_with, place, longest, parts, state)
                        SELECT ?, t.digest, t.kind, t.size, ?, t.n + (SELECT count(*) FROM mortgage_material WHERE case_no = ?), ?, (t.size::bigint + ? - 1) / ?, 'held'
                        FROM unnest(?::text[], ?::text[], ?::int[]) WITH ORDINALITY AS t (digest, kind, size, n)
                        ON CONFLICT (case_no, digest) DO UPDATE SET state = 'held', goes_with = excluded.goes_with, refused = NULL, taken = 0, sent_at = NULL, told_at = NULL
                            WHERE mortgage_material.state = 'refused'
                        """)
                .params(caseNo, goesWith, caseNo, longest, longest, longest)
                .params(digests(files), kinds(files), sizes(files))
                .update();
    }

    /** The registry took what they go with. */
    public void release(String caseNo, String goesWith) {
        jdbc.sql("UPDATE mortgage_material SET state = 'waiting' WHERE case_no = ? AND goes_with = ? AND state = 'held'").params(caseNo, goesWith).update();
    }

    /** The part that is to be sent now, and to whom. */
    public record Next(PartnerId registry, PartnerId bank, String applicationNo, RegistrationMaterial.Wanted part) {}

    /** Marked as sent. @return empty while another is on its way, when nothing waits, and when the registry is done with the case */
    public Optional<Next> next(String caseNo, Instant at) {
        Optional<Next> next = jdbc.sql("""
                        SELECT c.partner, c.bank, c.application_no, c.registry_no, m.kind, m.digest, m.size, m.taken, m.longest
                        FROM mortgage_material m JOIN mortgage_case c USING (case_no)
                        WHERE c.case_no = ? AND m.state = 'waiting' AND NOT c.settled AND c.registry_no IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM mortgage_material s WHERE s.case_no = c.case_no AND s.state = 'sent')
                        ORDER BY m.place LIMIT 1 FOR UPDATE
                        """)
                .param(caseNo)
                .query((row, i) -> new Next(
                        new PartnerId(row.getString("partner")),
                        new PartnerId(row.getString("bank")),
                        row.getString("application_no"),
                        new RegistrationMaterial.Wanted(
                                caseNo,
                                row.getString("registry_no"),
                                new AttachmentRef(row.getString("kind"), new Digest(row.getString("digest")), row.getInt("size")),
                                row.getInt("taken") + 1,
                                row.getInt("longest"))))
                .optional();
        next.ifPresent(one -> jdbc.sql("UPDATE mortgage_material SET state = 'sent', sent_at = ? WHERE case_no = ? AND digest = ?")
                .params(CaseStore.time(at), caseNo, one.part().file().digest().hex())
                .update());
        return next;
    }

    /** Cases with a file that waits for nothing. */
    public List<String> waiting(int limit) {
        return jdbc.sql("""
                        SELECT DISTINCT c.case_no FROM mortgage_material m JOIN mortgage_case c USING (case_no)
                        WHERE m.state = 'waiting' AND NOT c.settled AND c.registry_no IS NOT NULL
                            AND NOT EXISTS (SELECT 1 FROM mortgage_material s WHERE s.case_no = c.case_no AND s.state = 'sent')
                        ORDER BY c.case_no LIMIT ?
                        """)
                .param(limit)
                .query(String.class)
                .list();
    }

    /** The registry took a part. @param complete whether it says that the file is whole */
    public void taken(RegistrationMaterial part, boolean complete, Instant at) {
        String state = part.part() < part.parts() ? "waiting" : complete ? "there" : "refused";
        jdbc.sql("UPDATE mortgage_material SET taken = ?, state = ?, refused = ?, told_at = ? WHERE case_no = ? AND digest = ? AND state = 'sent' AND taken = ?")
                .params(part.part(), state, state.equals("refused") ? "attachment.digest_wrong" : null, CaseStore.time(at))
                .params(part.caseNo(), part.digest().hex(), part.part() - 1)
                .update();
    }

    public void refused(RegistrationMaterial part, String codes, Instant at) {
        jdbc.sql("UPDATE mortgage_material SET state = 'refused', refused = ?, told_at = ? WHERE case_no = ? AND digest = ? AND state = 'sent' AND taken = ?")
                .params(codes, CaseStore.time(at), part.caseNo(), part.digest().hex(), part.part() - 1)
                .update();
    }

    static String[] digests(Collection<AttachmentRef> files) {
        return files.stream().map(one -> one.digest().hex()).toArray(String[]::new);
    }

    private static String[] kinds(Collection<AttachmentRef> files) {
        return files.stream().map(AttachmentRef::kind).toArray(String[]::new);
    }

    private static Integer[] sizes(Collection<AttachmentRef> files) {
        return files.stream().map(AttachmentRef::size).toArray(Integer[]::new);
    }
}
