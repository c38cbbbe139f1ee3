package io.jinqiao.adapter;

import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.JournalEntry.Kind;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Digest;
import io.jinqiao.message.MessageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the journal keeps of a file: its bytes in parts, each a record of its own and so in the content store, then a list of them with name,
 * size and digest of the whole. Memory holds one part. See {@code docs/decisions/0105-files-recorded-in-parts.md}.
 */
@Component
class FileEvidence {
    /** Above what a row holds inline, small enough to be encrypted in memory. */
    static final int PART = 4 << 20;

    private final Journal journal;
    private final Clock clock;

    FileEvidence(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Digest of all bytes of a file, without recording any. */
    static Digest digest(Path file) {
        MessageDigest all = FileOnDisk.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Digest(HexFormat.of().formatHex(all.digest()));
    }

    /** What tells a file that is not read from another: its name, size and time. */
    static Digest unread(FileArrival arrival, long size) {
        try {
            String seen = arrival.name() + "\n" + size + "\n" + Files.getLastModifiedTime(arrival.file()).toMillis();
            return Digest.of(seen.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records every part, each in a commit of its own. @return the records by number, with the digests of their parts */
    Content.Rows parts(FileTrail trail) {
        List<Content.Group> parts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(trail.arrival().file())) {
            for (byte[] part = in.readNBytes(PART); part.length > 0; part = in.readNBytes(PART)) {
                RecordId record = journal.append(entry(trail, Kind.RECEIVED, part, "none", null, Proof.NONE, null));
                parts.add(Content.group()
                        .put("record", record.value())
                        .put("sha256", Digest.of(part).hex())
                        .put("size", part.length)
                        .build());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content.Rows(parts);
    }

    /** @param repeats the record of the answer it gets again; its parts were recorded then */
    JournalEntry received(
            FileTrail trail, Content.Rows parts, FileSeals.@Nullable Seen seen, @Nullable String codes, @Nullable RecordId repeats) {
        Content.Group list = Content.group()
                .put("file", trail.arrival().name())
                .put("size", trail.size())
                .put("sha256", trail.tooLarge() ? null : trail.digest().hex())
                .put("unread", trail.tooLarge() ? "over " + trail.limit() + " bytes" : null)
                .put("marker", trail.arrival().marker())
                .rows("parts", parts.rows())
                .build();
        byte[] bytes = CanonicalJson.write(list).getBytes(StandardCharsets.UTF_8);
        String verdict = codes != null ? "refused" : seen == null ? "channel" : seen.verdict().word();
        Proof proof = seen == null
                ? Proof.NONE
                : new Proof(seen.input(), seen.signature(), seen.profile(), seen.verdict().certificate(), seen.verdict().revocation());
        return entry(trail, Kind.RECEIVED, bytes, verdict, codes, proof, repeats);
    }

    /** @param seal ours in the marker beside it; null where none is agreed, and for a repetition */
    JournalEntry answered(FileTrail trail, byte[] bytes, Pen.@Nullable Seal seal, RecordId request) {
        Proof proof = seal == null ? Proof.NONE : new Proof(seal.input(), seal.signature(), seal.profile(), seal.certificate(), null);
        return entry(trail, Kind.ANSWERED, bytes, "none", null, proof, request);
    }

    /** What stands in a marker beside the bytes: a signature over their hash. */
    private record Proof(
            byte @Nullable [] input, @Nullable String signature, @Nullable String profile, byte @Nullable [] certificate, @Nullable String revocation) {
        static final Proof NONE = new Proof(null, null, null, null, null);
    }

    private JournalEntry entry(
            FileTrail trail, Kind kind, byte[] bytes, String verdict, @Nullable String codes, Proof proof, @Nullable RecordId answers) {
        return new JournalEntry(
                clock.instant(),
                kind,
                trail.partner(),
                trail.arrival().kind().id(),
                trail.id(),
                null,
                bytes,
                verdict,
                codes,
                proof.input(),
                proof.signature(),
                proof.profile(),
                proof.certificate(),
                proof.revocation(),
                answers,
                trail.trace(),
                Map.of());
    }

    /** The number of a file among the partner's messages: its name, which says its number. */
    static MessageId id(FileArrival arrival) {
        String name = "file " + arrival.name();
        return new MessageId(name.length() <= 64 ? name : "file " + Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32));
    }
}
