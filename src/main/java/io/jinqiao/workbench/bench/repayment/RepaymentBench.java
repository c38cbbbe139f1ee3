package io.jinqiao.workbench.bench.repayment;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.repayment.ProposeOpening;
import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.bench.BenchResult;
import io.jinqiao.workbench.database.EmbeddedDatabase;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench repayment}: a bank's file to the ledger, the bare COPY of the same rows, and a job of chunks, one after the other. */
@Command(
        name = "repayment",
        description = {
            "Rows of a bank's file of repayments, fixed columns in GB18030, from the file to the ledger with every check on.",
            "还款文件入账：逐行核对后写入台账的吞吐。"
        })
public final class RepaymentBench implements Callable<Integer> {
    private static final String HEAP = "-Xmx256m";

    @Option(names = "--rows", description = "Rows of the file, each of a loan of its own", defaultValue = "1000000")
    int rows;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("jinqiao-bench");
        Path home = Path.of("").toAbsolutePath();
        Path file = work.resolve("GJJHK20261125BENCH.txt");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(work.resolve("postgres"), 0)) {
            prepare(database, home);
            BigFile.write(file, home, rows);
            System.out.printf("%d loans are open, the file has %d MiB%n", rows, Files.size(file) >> 20);
            double copy = perSecond("bare COPY, no index", BareCopy.millis(database, work, rows, false));
            double indexed = perSecond("bare COPY with the ledger's index", BareCopy.millis(database, work, rows, true));
            List<String> arguments = List.of(database.url(), database.user(), database.password(), home.toString(), file.toString());
            double ours = perSecond("file to ledger, heap " + HEAP, millis(JavaProcess.of(TakeFile.class.getName()).options(HEAP).arguments(arguments), work));
            double chunks = perSecond("job of chunks", millis(chunkJob(database, work, file), work));
            System.out.printf("ours / COPY %.2f, ours / COPY with index %.2f, ours / chunks %.1f%n", ours / copy, ours / indexed, ours / chunks);
            if (json != null) {
                new BenchResult("repayment", ours, "rows/s")
                        .peer("job of chunks", chunks)
                        .limit("bare COPY", copy)
                        .limit("bare COPY with the ledger's index", indexed)
                        .detail("rows", rows)
                        .write(json, "bench repayment --rows " + rows);
            }
            return 0;
        }
    }

    private double perSecond(String what, long millis) {
        double perSecond = rows * 1000.0 / millis;
        System.out.printf("%-40s %8d ms %10.0f rows/s%n", what, millis, perSecond);
        return perSecond;
    }

    private void prepare(EmbeddedDatabase database, Path home) {
        Flyway.configure().dataSource(database.url(), database.user(), database.password()).locations("classpath:db/migration").load().migrate();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        try (pool;
                LedgerHouse house = new LedgerHouse(pool, home)) {
            for (int from = 0; from < rows; from += ProposeOpening.MOST) {
                ProposeOpening proposal = new ProposeOpening(
                        BigFile.BANK, IntStream.range(from, Math.min(rows, from + ProposeOpening.MOST)).mapToObj(BigFile::loan).toList(), "bench", "anna");
                house.in(repayments -> repayments.answerOpening(repayments.proposeOpening(proposal), true, "bert"));
            }
            JdbcTemplate db = new JdbcTemplate(pool);
            db.execute("CREATE TABLE peer_loan AS SELECT g::bigint AS id, '62280000' || (1000000000 + g) AS account_no, 60000000::bigint AS balance"
                    + " FROM generate_series(0, " + (rows - 1) + ") g");
            db.execute("CREATE UNIQUE INDEX ON peer_loan (account_no)");
            db.execute("VACUUM ANALYZE");
        }
    }

    private static JavaProcess chunkJob(EmbeddedDatabase database, Path work, Path file) {
        return JavaProcess.of("io.jinqiao.bench.repayment.ChunkJob")
                .classes(BenchClasses.folder(work))
                .options(HEAP)
                .arguments(List.of(database.url(), database.user(), database.password(), file.toString()));
    }

    private static long millis(JavaProcess process, Path work) throws IOException, InterruptedException {
        Process running = process.start(work.resolve("process.log"));
        try (BufferedReader words = running.inputReader()) {
            String told = words.lines().filter(line -> line.startsWith("took ")).findFirst().orElse(null);
            if (running.waitFor() != 0 || told == null) {
                throw new IllegalStateException("a process of the bench failed: " + Files.readString(work.resolve("process.log")));
            }
            return Long.parseLong(told.split(" ")[2]);
        }
    }
}
