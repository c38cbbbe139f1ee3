package io.jinqiao.workbench.bench.credit;

import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchGateway;
import io.jinqiao.workbench.bench.BenchResult;
import io.jinqiao.workbench.bench.Took;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench credit-report}: a month's records of many loans, from the rooms' tables to the files for the Center. */
@Command(
        name = "credit-report",
        description = {
            "A month's records of many loans, from the database to files ready for the Center, beside COPY of the same rows and packing of the same bytes.",
            "征信月度报送：从数据库到待报送文件的吞吐。"
        })
public final class CreditBench implements Callable<Integer> {
    /** Loans whose applications are sealed one by one; the others are copies of them. */
    private static final int ORIGINALS = 100;

    /** Of nobody. */
    private static final String KEY = "0123456789abcdeffedcba9876543210";

    /** What a run reads but for the profiles of borrowers, which are the room's own. */
    private static final String READS =
            """
            SELECT f.*, a.scheme, a.application
            FROM repayment_fact_month f
            LEFT JOIN loan_fact_application a ON a.partner = f.partner AND a.application_no = f.application_no
            WHERE f.month = date '%s-01'""";

    private static final String DUTIES =
            """
            reporter: {segment: D19999999H0001, segments: [D19999999H0001]}
            banks:
              - {bank: icbc, code: "0102", office: D19999999H0001, reporter: centre, notifier: centre, objections: centre}
            """;

    @Option(names = "--loans", description = "Loans, a hundred or more (default ${DEFAULT-VALUE})", defaultValue = "1000000")
    int loans;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        try (BenchFolder folder = BenchFolder.make()) {
            rules(folder.path());
            measure(folder.path());
        }
        return 0;
    }

    private void measure(Path home) throws Exception {
        try (DevelopmentHouse house = DevelopmentHouse.open(home);
                ConfigurableApplicationContext gateway = BenchGateway.start(house, Map.of("jinqiao.credit.seal.key", KEY))) {
            YearMonth month = YearMonth.now().minusMonths(1);
            ReportedLoans book = new ReportedLoans(gateway);
            for (int i = 0; i < ORIGINALS; i++) {
                book.open(i, month);
            }
            process(house, "ManyReportedLoans", List.of("" + Math.max(1, loans / ORIGINALS), month.atEndOfMonth().toString()));
            Took ours = run(gateway, book, month);
            Took copy = process(house, "CopyOut", List.of(READS.formatted(month)));
            Took pack = Took.by(JavaProcess.of("io.jinqiao.bench.credit.PackBytes").classes(BenchClasses.folder(home)).options("-Xmx1g").arguments(List.of(files(home).toString(), KEY)), home);
            tell(home, ours, copy, pack);
        }
    }

    private static void rules(Path home) throws IOException {
        String packaged;
        try (var in = CreditBench.class.getResourceAsStream("/rules/credit/reporting.yaml")) {
            packaged = new String(java.util.Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        Path own = home.resolve("rules/credit/reporting.yaml");
        Files.createDirectories(own.getParent());
        Files.writeString(own, packaged.replace("banks: []\n", DUTIES).replace("purpose: credit-report", "purpose: credit-enquiry"));
    }

    /** How far a run is, as the room of credit shows it. */
    record Far(long seen, long sent, long aside, long underWay, @Nullable Double seconds) {}

    private Took run(ConfigurableApplicationContext gateway, ReportedLoans book, YearMonth month) throws InterruptedException {
        JdbcClient db = JdbcClient.create(gateway.getBean(javax.sql.DataSource.class));
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long number = book.report(month);
        Far far;
        do {
            Thread.sleep(500);
            far = db.sql("SELECT seen, sent, aside, under_way, extract(epoch FROM ended_at - begun_at) AS seconds FROM credit_fact_run WHERE number = ?").param(number).query(Far.class).single();
        } while (far.seconds() == null);
        if (far.aside() > 0 || far.sent() == 0) {
            String why = db.sql("SELECT rule || ' ' || item || ' ' || count(*) FROM credit_fact_aside GROUP BY rule, item").query(String.class).list().toString();
            System.out.printf(Locale.ROOT, "set aside %d of %d: %s%n", far.aside(), far.seen(), why);
        }
        return new Took(far.sent(), Math.round(far.seconds() * 1000), 0);
    }

    private void tell(Path home, Took ours, Took copy, Took pack) throws IOException {
        long size;
        try (Stream<Path> all = Files.list(files(home))) {
            size = all.mapToLong(file -> file.toFile().length()).sum();
        }
        double bytes = pack.seen() * 1000.0 / Math.max(1, ours.millis());
        double packed = pack.perSecond() * ours.seen() / pack.seen();
        double slower = Math.min(copy.perSecond(), packed);
        long heap = heapPools().stream().mapToLong(CreditBench::peak).sum() >> 20;
        System.out.printf(Locale.ROOT, "database to files: %d records in %.1f s, %.0f/s; %.1f MiB/s of text, %d MiB of files, heap at most %d MiB%n", ours.seen(), ours.millis() / 1e3, ours.perSecond(), bytes / (1 << 20), size >> 20, heap);
        System.out.printf(Locale.ROOT, "COPY of the same rows: %.0f/s; gzip and SM4 of the same bytes: %.1f MiB/s, that is %.0f records/s%n", copy.perSecond(), pack.perSecond() / (1 << 20), packed);
        System.out.printf(Locale.ROOT, "ours / the slower limit %.2f (aim 0.5); 45 million records at this pace: %.0f minutes%n", ours.perSecond() / slower, 45e6 / ours.perSecond() / 60);
        if (json != null) {
            new BenchResult("credit-report", ours.perSecond(), "records/s")
                    .limit("COPY of the same rows", copy.perSecond())
                    .limit("gzip and SM4 of the same bytes", packed)
                    .detail("bytes of text/s", bytes)
                    .detail("heap at most, MiB", heap)
                    .write(json, "bench credit-report --loans " + loans);
        }
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    private static long peak(MemoryPoolMXBean pool) {
        MemoryUsage peak = pool.getPeakUsage();
        return peak == null ? 0 : peak.getUsed();
    }

    private static Path files(Path home) {
        return home.resolve("credit/files");
    }

    private static Took process(DevelopmentHouse house, String main, List<String> arguments) throws IOException, InterruptedException {
        return Took.by(
                JavaProcess.of("io.jinqiao.bench.credit." + main)
                        .classes(BenchClasses.folder(house.home()))
                        .options("-Xmx256m")
                        .arguments(List.of(house.database().url(), house.database().user(), house.database().password()))
                        .arguments(arguments),
                house.home());
    }
}
