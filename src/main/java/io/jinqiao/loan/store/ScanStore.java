package io.jinqiao.loan.store;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Subject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scans and the chunks they arrive in. */
@Repository
public class ScanStore {
    private final JdbcClient jdbc;
    private final Concealed concealed;

    public ScanStore(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.concealed = new Concealed(personalData);
    }

    /**
     * Holds the loan until the transaction ends, so that of two scans completed at once one sees the other.
     *
     * @return its acceptance number; empty when the bank has no such application
     */
    public Optional<String> hold(PartnerId bank, String applicationNo) {
        return jdbc.sql("SELECT acceptance_no FROM loan_loan WHERE bank = ? AND application_no = ? FOR NO KEY UPDATE")
                .params(bank.value(), applicationNo)
                .query(String.class)
                .optional();
    }

    /** What is expected under a digest. @param complete whether the whole scan is here */
    public record Expected(AttachmentRef ref, boolean complete) {}

    public Optional<Expected> expected(String acceptanceNo, Digest digest) {
        return jdbc.sql("SELECT kind, size, complete_at IS NOT NULL AS complete FROM loan_attachment"
                        + " WHERE acceptance_no = ? AND digest = ?")
                .params(acceptanceNo, digest.hex())
                .query((row, i) -> new Expected(
                        new AttachmentRef(row.getString("kind"), digest, row.getInt("size")), row.getBoolean("complete")))
                .optional();
    }

    /** Adds scans to expect; those already listed stay as they are. */
    public void expect(String acceptanceNo, Collection<AttachmentRef> listed, MessageId by) {
        jdbc.sql("INSERT INTO loan_attachment (acceptance_no, digest, kind, size, listed_by)"
                        + " SELECT ?, t.digest, t.kind, t.size, ? FROM unnest(?::text[], ?::text[], ?::int[]) AS t (digest, kind, size)"
                        + " ON CONFLICT DO NOTHING")
                .params(acceptanceNo, by.value())
                .param(listed.stream().map(r -> r.digest().hex()).toArray(String[]::new))
                .param(listed.stream().map(AttachmentRef::kind).toArray(String[]::new))
                .param(listed.stream().map(AttachmentRef::size).toArray(Integer[]::new))
                .update();
    }

    /** @return how many chunks of this upload are here now */
    public int keep(String acceptanceNo, Subject about, Digest digest, int chunks, int chunk, byte[] bytes, MessageId by) {
        jdbc.sql("INSERT INTO loan_attachment_chunk (acceptance_no, digest, chunks, chunk, bytes, message_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(acceptanceNo, digest.hex(), chunks, chunk, concealed.scan(about, bytes), by.value())
                .update();
        return received(acceptanceNo, digest, chunks);
    }

    public int received(String acceptanceNo, Digest digest, int chunks) {
        return jdbc.sql("SELECT count(*) FROM loan_attachment_chunk WHERE acceptance_no = ? AND digest = ? AND chunks = ?")
                .params(acceptanceNo, digest.hex(), chunks)
                .query(Integer.class)
                .single();
    }

    /** What the chunks make together. */
    public record Whole(Digest digest, long size) {}

    /** Puts the chunks together in their order, one of them in memory at a time. */
    public Whole whole(String acceptanceNo, Digest digest, int chunks) {
        MessageDigest sha = sha256();
        long size = 0;
        for (int chunk = 1; chunk <= chunks; chunk++) {
            byte[] bytes = concealed.scan(jdbc.sql("SELECT bytes FROM loan_attachment_chunk"
                            + " WHERE acceptance_no = ? AND digest = ? AND chunks = ? AND chunk = ?")
                    .params(acceptanceNo, digest.hex(), chunks, chunk)
                    .query(byte[].class)
                    .single());
            sha.update(bytes);
            size += bytes.length;
        }
        return new Whole(new Digest(HexFormat.of().formatHex(sha.digest())), size);
    }

    /** The whole scan is here; other uploads of it that were begun are dropped. */
    public void complete(String acceptanceNo, Digest digest, int chunks, MessageId by, Instant at) {
        jdbc.sql("UPDATE loan_attachment SET complete_at = ?, message_id = ? WHERE acceptance_no = ? AND digest = ?")
                .params(LoanStore.time(at), by.value(), acceptanceNo, digest.hex())
                .update();
        jdbc.sql("DELETE FROM loan_attachment_chunk WHERE acceptance_no = ? AND digest = ? AND chunks <> ?")
                .params(acceptanceNo, digest.hex(), chunks)
                .update();
    }

    /** Scans that are wholly here, in order of their kinds. */
    public List<AttachmentRef> here(String acceptanceNo) {
        return jdbc.sql("SELECT kind, digest, size FROM loan_attachment WHERE acceptance_no = ? AND complete_at IS NOT NULL ORDER BY kind, digest")
                .param(acceptanceNo)
                .query((row, i) -> new AttachmentRef(row.getString("kind"), new Digest(row.getString("digest")), row.getInt("size")))
                .list();
    }

    /**
     * A piece of a scan that is wholly here, one chunk of it in memory at a time.
     *
     * @throws Refusal when it is not, or its person's data were erased
     */
    public byte[] read(String acceptanceNo, Digest digest, int from, int length) {
        if (expected(acceptanceNo, digest).filter(Expected::complete).isEmpty()) {
            throw new Refusal(FailureCode.ATTACHMENTS_MISSING, digest.hex());
        }
        ByteBuffer piece = ByteBuffer.allocate(length);
        int begin = 0;
        for (int chunk = 1; piece.hasRemaining(); chunk++) {
            byte[] bytes = concealed.scan(jdbc.sql("SELECT bytes FROM loan_attachment_chunk WHERE acceptance_no = ? AND digest = ? AND chunk = ?")
                    .params(acceptanceNo, digest.hex(), chunk)
                    .query(byte[].class)
                    .single());
            int skip = Math.max(0, from - begin);
            if (skip < bytes.length) {
                piece.put(bytes, skip, Math.min(bytes.length - skip, piece.remaining()));
            }
            begin += bytes.length;
        }
        return piece.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
