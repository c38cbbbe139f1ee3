package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileHeader;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.file.ReportFile;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordLine;
import io.jinqiao.credit.store.ReportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/** Files of one type of record, as many as it takes. File, serial number and rows are there together or not at all. */
final class FileInMaking implements AutoCloseable {
    private static final String ACCOUNTS = "210";
    private static final String VERSION = "2.0.0";
    private static final ZoneId CENTER = ZoneId.of("Asia/Shanghai");

    private final Reports house;
    private final String provider;
    private final String record;
    private final List<ReportStore.Row> rows = new ArrayList<>();
    private Set<String> keys = new HashSet<>();
    private Set<String> finished = Set.of();
    private final List<FileName> files = new ArrayList<>();
    private @Nullable ReportFile file;
    private long sent;

    FileInMaking(Reports house, String provider, String record) {
        this.house = house;
        this.provider = provider;
        this.record = record;
    }

    /** From now on the ledger is asked, which knows the finished files. */
    void lookedUp() {
        finished = Set.of();
    }

    /** Whether a record of this key stands in the file that is not finished, or in one finished since the ledger was asked. */
    boolean has(String key) {
        return keys.contains(key) || finished.contains(key);
    }

    void add(String key, String type, CreditRecord content, Accepted told, boolean adverse) {
        add(new ReportStore.Row(key, type, told, adverse, null), key, content);
    }

    /** @param key under which {@link #has} knows it */
    void add(ReportStore.Row row, String key, CreditRecord content) {
        try {
            ReportFile open = file == null ? new ReportFile(house.folder().folder()) : file;
            file = open;
            open.add(RecordLine.of(content));
            rows.add(row);
            keys.add(key);
            if (open.full()) {
                finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is time to {@link #finish}: what is kept of a file's rows is bounded. The Center's own bound is kept whoever asks. */
    boolean due() {
        return rows.size() >= house.perFile();
    }

    /** What was added is a file now; nothing when nothing was. @return every file so far */
    List<FileName> finish() throws IOException {
        ReportFile whole = file;
        if (whole != null) {
            LocalDateTime made = LocalDateTime.ofInstant(house.clock().instant(), CENTER);
            files.add(house.transaction().execute(status -> made(whole, made)));
            sent += rows.size();
            rows.clear();
            finished = keys;
            keys = new HashSet<>();
            close();
        }
        return List.copyOf(files);
    }

    /** Records in files that are there. */
    long sent() {
        return sent;
    }

    /** Records in files, that in making among them. */
    long made() {
        return sent + rows.size();
    }

    private FileName made(ReportFile whole, LocalDateTime made) {
        requireNothingElseUnderWay();
        FileName name = house.reports().next(provider, made.toLocalDate(), record);
        try {
            ReportFolder.Stored stored = house.folder().store(name, out -> whole.write(name, VERSION, FileHeader.ONE_FORM, made, house.cipher(), out));
            house.reports().made(name, house.clock().instant(), rows, stored.size(), stored.digest());
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody asked for a record of one of these accounts while the file was made: it is not told beside it. A run is run again. */
    private void requireNothingElseUnderWay() {
        if (record.equals(ACCOUNTS) && !house.histories().underWay(rows.stream().map(ReportStore.Row::account).toList()).isEmpty()) {
            throw new ConcurrencyFailureException("a record of one of the accounts is under way by now");
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
