package io.jinqiao.workbench.bench.assessment;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchPool;
import io.jinqiao.workbench.bench.BenchResult;
import io.jinqiao.workbench.bench.Took;
import io.jinqiao.workbench.database.EmbeddedDatabase;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench assessment}: four banks scored from the ledger of many loans, every case written down; beside it one query for the same sums. */
@Command(
        name = "assessment",
        description = {
            "Four banks and many months of a ledger, counted, scored and written down case by case, beside one hand-written query for the same sums.",
            "四家银行多个月台账的考核：逐案登记并评分，旁边以一条手写 SQL 汇总同样的数。"
        })
public final class AssessmentBench implements Callable<Integer> {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final String HEAP = "-Xmx512m";
    private static final int YEAR = 12;
    private static final String CONTRACTS = "-Djinqiao.assessment.contracts=workbench/bench-bank-contracts.yaml";

    @Option(names = "--loans", description = "Loans of all four banks (default ${DEFAULT-VALUE})", defaultValue = "1000000")
    int loans;

    @Option(names = "--months", description = "Months of their history, scored year by year (default ${DEFAULT-VALUE})", defaultValue = "24")
    int months;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (months < YEAR || months % YEAR != 0) {
            throw new IllegalArgumentException("整年 / whole years: --months 12, 24 ...");
        }
        try (BenchFolder folder = BenchFolder.make();
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.path().resolve("postgres"), 0)) {
            return run(database, folder.path()) ? 0 : 1;
        }
    }

    private boolean run(EmbeddedDatabase database, Path work) throws Exception {
        List<String> periods = new ArrayList<>();
        for (LocalDate first = FIRST; first.isBefore(FIRST.plusMonths(months)); first = first.plusMonths(YEAR)) {
            periods.addAll(List.of(first.toString(), first.plusMonths(YEAR).minusDays(1).toString()));
        }
        try (HikariDataSource pool = BenchPool.of(database)) {
            Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
            Took filled = process(database, work, "io.jinqiao.bench.assessment.ManyMonths", List.of("" + loans, FIRST.toString(), "" + months));
            System.out.printf(Locale.ROOT, "%d loans of %d banks, %d months, %d rows told%n", loans, ScoreBanks.BANKS, months, filled.seen());
            Took query = process(database, work, "io.jinqiao.bench.assessment.OneQuery", periods);
            List<String> home = new ArrayList<>(List.of(Path.of("").toAbsolutePath().toString()));
            home.addAll(periods);
            Took ours = process(database, work, ScoreBanks.class.getName(), home);
            return tell(JdbcClient.create(pool), ours, query);
        }
    }

    private boolean tell(JdbcClient db, Took ours, Took query) throws IOException {
        long cases = db.sql("SELECT count(*) FROM assessment_fact_case").query(Long.class).single();
        TreeMap<String, Long> differ = new TreeMap<>();
        db.sql("SELECT q.bank || ' ' || q.first_day || ' ' || q.fact AS what, q.amount - s.amount AS apart FROM bench_sum q JOIN assessment_fact_period p ON p.partner = q.bank AND p.first_day = q.first_day"
                        + " JOIN assessment_fact_sum s ON s.period_no = p.period_no AND s.version = p.version AND s.fact = q.fact WHERE q.amount <> s.amount")
                .query((row, i) -> differ.put(row.getString(1), row.getLong(2)))
                .list();
        System.out.printf(Locale.ROOT, "scored in %.1f s, %d cases written, heap at most %d MiB (aims 60 s, 512 MiB)%n", ours.millis() / 1e3, cases, ours.heap());
        System.out.printf(Locale.ROOT, "one query for the same sums %.1f s; ours / query %.2f (aim at most 2)%n", query.millis() / 1e3, (double) ours.millis() / query.millis());
        System.out.println(differ.isEmpty() ? "every sum the same" : "SUMS DIFFER " + differ);
        if (json != null) {
            new BenchResult("assessment", loans * 1000.0 / ours.millis(), "loans/s")
                    .limit("one query for the same sums", loans * 1000.0 / query.millis())
                    .detail("seconds", ours.millis() / 1e3)
                    .detail("cases", cases)
                    .detail("heap at most, MiB", ours.heap())
                    .write(json, "bench assessment --loans " + loans + " --months " + months);
        }
        return differ.isEmpty();
    }

    private static Took process(EmbeddedDatabase database, Path work, String main, List<String> arguments) throws IOException, InterruptedException {
        return Took.by(
                JavaProcess.of(main)
                        .classes(BenchClasses.folder(work))
                        .options(HEAP, CONTRACTS)
                        .arguments(List.of(database.url(), database.user(), database.password()))
                        .arguments(arguments),
                work);
    }
}
