package io.jinqiao.repayment.desk;

import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import io.jinqiao.repayment.store.RowStore;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file on its way from its first row to its last: what is right in itself is written, the rest is kept to be told. Says every few seconds how far it is. */
final class Reading implements RowSink {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);
    private static final int LOOK_EVERY = 1 << 14;
    private static final long SAY_EVERY = 5_000_000_000L;

    private final IncomingFile file;
    private final RowStore.Pen pen;
    private final List<LineProblem> refused = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long said = begun;
    private long written;
    private long refusedRows;

    private Reading(IncomingFile file, RowStore.Pen pen) {
        this.file = file;
        this.pen = pen;
    }

    /** @param refused the first ones */
    record Read(FileHead head, long refusedRows, List<LineProblem> refused) {}

    static Read read(IncomingFile file, RowStore.Pen pen) {
        Reading reading = new Reading(file, pen);
        FileHead head = file.read(reading);
        return new Read(head, reading.refusedRows, reading.refused);
    }

    @Override
    public void row(FileRow row) {
        pen.write(row);
        if (++written % LOOK_EVERY == 0 && System.nanoTime() - said > SAY_EVERY) {
            said = System.nanoTime();
            LOG.info("{} of {}: {} rows read, {} rows/s", file.name(), file.partner(), written, written * 1_000_000_000L / (said - begun));
        }
    }

    @Override
    public void refused(long line, List<Problem> problems) {
        refusedRows++;
        for (Problem problem : problems) {
            if (refused.size() < FileResult.MOST_REFUSED) {
                refused.add(new LineProblem(line, problem));
            }
        }
    }
}
