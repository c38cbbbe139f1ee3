package io.jinqiao.adapter;

import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.HashForm;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One file on its way in.
 *
 * @param digest of its bytes; of a file over its limit, which nobody reads, of its name, size and time
 * @param limit bytes it may have
 */
record FileTrail(
        FileArrival arrival,
        PartnerId partner,
        FileExchange exchange,
        Digest digest,
        long size,
        long limit,
        MessageId id,
        Instant at,
        String trace) {

    boolean tooLarge() {
        return size > limit;
    }

    FileOnDisk file() {
        HashForm hash = exchange.request().form().hash();
        String beside = hash == null ? arrival.marker() : hash.hashIn(arrival.marker());
        return new FileOnDisk(partner, arrival.kind(), id, arrival.name(), digest, size, at, arrival.file(), beside, exchange.request());
    }

    /** Keeps what is wrong with rows, as much of it as is told; hands the others on. */
    static final class Refused implements RowSink {
        final List<LineProblem> told = new ArrayList<>();
        long rows;
        long refused;

        @Override
        public void row(io.jinqiao.message.FileRow row) {
            rows++;
        }

        @Override
        public void refused(long line, List<Problem> problems) {
            rows++;
            refused++;
            for (Problem problem : problems) {
                if (told.size() < io.jinqiao.message.FileResult.MOST_REFUSED) {
                    told.add(new LineProblem(line, problem));
                }
            }
        }
    }
}
