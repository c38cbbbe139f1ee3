package io.jinqiao.adapter;

import io.jinqiao.adapter.file.FileLayout;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that was recorded and named. What is read later must be what was recorded: its digest is taken again on the way. */
record FileOnDisk(
        PartnerId partner,
        FileKind kind,
        MessageId id,
        String name,
        Digest digest,
        long size,
        Instant receivedAt,
        Path file,
        @Nullable String marker,
        FileLayout layout)
        implements IncomingFile {

    @Override
    public FileHead read(RowSink sink) {
        MessageDigest again = sha256();
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream bytes = new DigestInputStream(new Passing(in, sink), again)) {
            FileLayout.Reading reading = layout.read(bytes, marker, sink);
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
            if (!HexFormat.of().formatHex(again.digest()).equals(digest.hex())) {
                throw new Refusal(FailureCode.FILE_CHANGED);
            }
            return asNamed(FileHead.of(reading.head(), kind, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What head and name both say, they say alike: a file renamed to another day is no file of that day. */
    private FileHead asNamed(FileHead head) {
        Map<String, String> named = layout.form().name().read(name).orElse(Map.of());
        Map<String, String> said = Map.of("fileNo", head.fileNo(), "accountingDate", head.accountingDate().toString(), "corrects", Objects.requireNonNullElse(head.corrects(), ""));
        List<Problem> other = said.entrySet().stream()
                .filter(one -> !one.getValue().equals(named.getOrDefault(one.getKey(), one.getValue())))
                .map(one -> Problem.at(one.getKey(), FailureCode.FILE_NAME_DISAGREES, String.valueOf(named.get(one.getKey()))))
                .sorted(Comparator.comparing(problem -> String.valueOf(problem.field())))
                .toList();
        if (!other.isEmpty()) {
            throw new Refusal(other);
        }
        return head;
    }

    /** Says how far it is. */
    private static final class Passing extends FilterInputStream {
        private final RowSink sink;
        private long passed;

        Passing(InputStream in, RowSink sink) {
            super(in);
            this.sink = sink;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            passed += Math.max(read, 0);
            sink.passed(passed);
            return read;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
