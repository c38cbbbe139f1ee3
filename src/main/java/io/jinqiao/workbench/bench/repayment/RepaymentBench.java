package io.jinqiao.workbench.bench.repayment;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchPool;
import io.jinqiao.workbench.bench.BenchResult;
import io.jinqiao.workbench.bench.Took;
import io.jinqiao.workbench.database.EmbeddedDatabase;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench repayment}: a bank's files to the ledger, the bare COPY of the same rows, and a job of chunks, one after the other. */
@Command(
        name = "repayment",
        description = {
            "Rows of a bank's files of repayments, fixed columns in GB18030, from the file to the ledger with every check on.",
            "还款文件入账：逐行核对后写入台账的吞吐。"
        })
public final class RepaymentBench implements Callable<Integer> {
    private static final String HEAP = "-Xmx256m";

    @Option(names = "--rows", description = "Rows of a file, each of a loan of its own", defaultValue = "1000000")
    int rows;

    @Option(names = "--months", description = "Files one after the other, each a month later", defaultValue = "1")
    int months;

    @Option(names = "--chunk-rows", description = "Rows after which the job of chunks may stop", defaultValue = "200000")
    int chunkRows;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        try (BenchFolder folder = BenchFolder.make();
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.path().resolve("postgres"), 0)) {
            run(database, folder.path());
        }
        return 0;
    }

    private void run(EmbeddedDatabase database, Path work) throws Exception {
        Path home = Path.of("").toAbsolutePath();
        try (HikariDataSource pool = BenchPool.of(database)) {
            prepare(database, pool, home, work);
            BenchResult result = null;
            for (int month = 1; month <= months; month++) {
                Path file = work.resolve("GJJHK" + month + ".txt");
                BigFile.write(file, home, rows, month);
                System.out.printf("month %d: %d rows, %d MiB%n", month, rows, Files.size(file) >> 20);
                Took ours = Took.by(process(database, TakeFile.class.getName(), List.of(home.toString(), file.toString())), work);
                say("file to ledger, heap at most " + ours.heap() + " MiB", ours);
                Took bare = copy(database, work, month, false);
                say("bare COPY, no index", bare);
                Took indexed = copy(database, work, month, true);
                say("bare COPY with the ledger's indexes", indexed);
                System.out.printf("ours / COPY %.2f, ours / COPY with indexes %.2f%n", ours.perSecond() / bare.perSecond(), ours.perSecond() / indexed.perSecond());
                if (result == null) {
                    result = new BenchResult("repayment", ours.perSecond(), "rows/s")
                            .peer("job of chunks", chunks(database, work, file, ours))
                            .limit("bare COPY", bare.perSecond())
                            .limit("bare COPY with the ledger's indexes", indexed.perSecond())
                            .detail("rows", rows)
                            .detail("heap at most, MiB", ours.heap());
                }
                Files.delete(file);
            }
            OneLoan.Took one = OneLoan.of(pool, home, rows);
            System.out.printf("one loan of the ledger of %d rows: %.2f ms, one of a hundred more than %.2f ms%n", (long) rows * months, one.median(), one.slow());
            if (json != null && result != null) {
                result.detail("one loan, ms", one.median()).write(json, "bench repayment --rows " + rows + " --months " + months);
            }
        }
    }

    private static void say(String what, Took took) {
        System.out.printf("%-50s %9d rows %9d ms %10.0f rows/s%n", what, took.seen(), took.millis(), took.perSecond());
    }

    private double chunks(EmbeddedDatabase database, Path work, Path file, Took ours) throws Exception {
        JavaProcess job = SpringBatch.job(work).options(HEAP).arguments(
                List.of(database.url(), database.user(), database.password(), file.toString(), "" + Math.min(rows, chunkRows)));
        Took chunks = Took.by(job, work);
        say("job of chunks (Spring Batch)", chunks);
        System.out.printf("ours / chunks %.1f%n", ours.perSecond() / chunks.perSecond());
        return chunks.perSecond();
    }

    private void prepare(EmbeddedDatabase database, HikariDataSource pool, Path home, Path work) throws IOException, InterruptedException {
        Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
        try (LedgerHouse house = new LedgerHouse(pool, home)) {
            house.in(repayments -> repayments.opened(BigFile.loan(), "bench"));
        }
        Took.by(process(database, "io.jinqiao.bench.repayment.ManyLoans", List.of("" + rows)).classes(BenchClasses.folder(work)), work);
    }

    private static Took copy(EmbeddedDatabase database, Path work, int month, boolean indexed) throws IOException, InterruptedException {
        List<String> arguments = List.of(work.resolve("copy.bin").toString(), "" + month, "" + indexed);
        return Took.by(process(database, "io.jinqiao.bench.repayment.BareCopy", arguments).classes(BenchClasses.folder(work)), work);
    }

    private static JavaProcess process(EmbeddedDatabase database, String mainClass, List<String> arguments) {
        return JavaProcess.of(mainClass)
                .options(HEAP)
                .arguments(List.of(database.url(), database.user(), database.password()))
                .arguments(arguments);
    }
}
