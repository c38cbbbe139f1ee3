package io.jinqiao.pipe;

import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import io.jinqiao.repayment.Repayments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A door that breaks, and one that counts. */
@Configuration(proxyBeanMethods = false)
class Fittings {
    static final String SECRET = "a name that must not be logged";

    @Bean
    BrokenDoor brokenDoor() {
        return new BrokenDoor();
    }

    @Bean
    CountingDoor countingDoor(Repayments repayments) {
        return new CountingDoor(repayments);
    }

    /** Stands before the room for repayments: counts rows, sends back the ones that are wrong. A file for the ledger, by its name, goes on to the room. */
    public static final class CountingDoor {
        private final Repayments repayments;
        final List<String> files = new CopyOnWriteArrayList<>();
        final AtomicLong rows = new AtomicLong();
        final AtomicLong most = new AtomicLong();

        CountingDoor(Repayments repayments) {
            this.repayments = repayments;
        }

        public FileResult count(IncomingFile file) {
            files.add(file.partner() + " " + file.name());
            if (file.name().contains("LEDGER")) {
                return repayments.file(file);
            }
            List<FileResult.LineProblem> refused = new ArrayList<>();
            long[] seen = new long[2];
            FileHead head = file.read(new RowSink() {
                @Override
                public void row(FileRow row) {
                    seen[0]++;
                    if (seen[0] % 10_000 == 0) {
                        most.accumulateAndGet(row.line(), Math::max);
                    }
                }

                @Override
                public void refused(long line, List<Problem> problems) {
                    seen[1]++;
                    problems.forEach(problem -> refused.add(new FileResult.LineProblem(line, problem)));
                }
            });
            rows.addAndGet(seen[0]);
            return new FileResult(head.fileNo(), file.name(), head.accountingDate(), seen[0] + seen[1], List.of(), refused, seen[1]);
        }
    }

    /** Fails in a way nobody foresaw. */
    public static final class BrokenDoor {
        public Outcome check(Incoming incoming) {
            throw new IllegalStateException(SECRET);
        }
    }
}
