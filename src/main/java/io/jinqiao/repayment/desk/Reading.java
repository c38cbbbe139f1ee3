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

/** One file on its way from its first row to its last: what is right in itself is written, the rest is kept to be told. */
final class Reading implements RowSink {
    private final RowStore.Pen pen;
    private final Running running;
    private final List<LineProblem> refused = new ArrayList<>();
    private long refusedRows;

    private Reading(RowStore.Pen pen, Running running) {
        this.pen = pen;
        this.running = running;
    }

    /** @param refused the first ones */
    record Read(FileHead head, long refusedRows, List<LineProblem> refused) {}

    static Read read(IncomingFile file, RowStore.Pen pen, Running running) {
        Reading reading = new Reading(pen, running);
        FileHead head = file.read(reading);
        return new Read(head, reading.refusedRows, reading.refused);
    }

    @Override
    public void row(FileRow row) {
        pen.write(row);
        running.row();
    }

    @Override
    public void passed(long bytes) {
        running.passed(bytes);
    }

    @Override
    public void refused(long line, List<Problem> problems) {
        refusedRows++;
        running.row();
        for (Problem problem : problems) {
            if (refused.size() < FileResult.MOST_REFUSED) {
                refused.add(new LineProblem(line, problem));
            }
        }
    }
}
