package io.jinqiao.workbench.bench.registry;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchGateway;
import io.jinqiao.workbench.bench.BenchResult;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.JavaProcess;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench registry}: property checks there and back, and a backlog of open cases reconciled and polled in a real PostgreSQL. */
@Command(
        name = "registry",
        description = {
            "Property checks through the whole gateway; a backlog of open cases reconciled and polled, beside plain JDBC.",
            "权属查询往返速度；大量在办登记案件的对账与查询，与直接使用 JDBC 并列。"
        })
public final class RegistryBench implements Callable<Integer> {
    @Option(names = "--cases", description = "Open cases (default ${DEFAULT-VALUE})", defaultValue = "100000")
    int cases;

    @Option(names = "--page", description = "Cases in a page of a reconciliation", defaultValue = "500")
    int page;

    @Option(names = "--polls", description = "Cases that are polled as well, each answer a commit of its own", defaultValue = "5000")
    int polls;

    @Option(names = "--checks", description = "Property checks", defaultValue = "2000")
    int checks;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        try (BenchFolder folder = BenchFolder.make()) {
            measure(folder.path());
        }
        return 0;
    }

    private void measure(Path home) throws Exception {
        List<Step> steps = new ArrayList<>();
        try (DevelopmentHouse house = DevelopmentHouse.open(home);
                OwnRegistry registry = new Simulators(home, house.certificates()).registry(0, Clock.systemUTC(), line -> { }).start();
                ConfigurableApplicationContext gateway = BenchGateway.start(house, Map.of("REGISTRY_URL", "https://localhost:" + registry.port()))) {
            TransactionTemplate commit = new TransactionTemplate(gateway.getBean(PlatformTransactionManager.class));
            steps.add(shown(new Checks(gateway, commit, sample(home, Operation.PROPERTY_CHECK, "seizure-in-process")).run(checks)));
            RegistrationApplication sample = (RegistrationApplication) sample(home, Operation.REGISTRATION_APPLICATION, "mortgage");
            Backlog backlog = new Backlog(gateway.getBean(Registrations.class), commit, new PartnerId(OwnRegistry.PARTNER), sample);
            steps.add(shown(Step.of("cases filed", cases, page, backlog::file)));
            Step news = shown(Step.of("reconciled, every case news", cases, page, (from, to) -> backlog.reconcile(from, to, RegistrationState.ACCEPTED, Duration.ZERO)));
            Step again = shown(Step.of("reconciled again, no case news", cases, page, (from, to) -> backlog.reconcile(from, to, RegistrationState.ACCEPTED, Duration.ZERO)));
            Instant silent = Instant.now().plus(Duration.ofDays(1));
            Step polled = shown(Step.of("polled and found registered", Math.min(polls, cases), page, (from, to) -> backlog.poll(silent)));
            steps.addAll(List.of(news, again, polled));
            String[] peer = peer(home, house, backlog.size()).split(" ");
            double plain = Double.parseDouble(peer[0]);
            System.out.printf(Locale.ROOT, "%-44s %8d %9.1f s %9.0f/s %8.1f s CPU%n", "plain JDBC, the same rows", cases, plain, cases / plain, Double.parseDouble(peer[1]));
            System.out.printf(Locale.ROOT, "a full reconciliation takes %.1f s (aim: 60 s for 100,000), %.1f times plain JDBC%n", news.seconds(), news.seconds() / plain);
            if (json != null) {
                new BenchResult("registry", news.perSecond(), "cases reconciled/s, every case news")
                        .peer("plain JDBC batches", cases / plain)
                        .detail("steps", steps)
                        .write(json, "bench registry --cases " + cases + " --page " + page + " --polls " + polls + " --checks " + checks);
            }
        }
    }

    private static CanonicalMessage sample(Path home, Operation operation, String which) {
        String file = "adapters/" + OwnRegistry.PARTNER + "/samples/" + operation.id() + "." + which + ".canonical.json";
        String text = new Sources(home, RegistryBench.class.getClassLoader()).list("adapters").stream()
                .filter(source -> source.name().equals(file))
                .findFirst()
                .orElseThrow()
                .text();
        return operation.read(CanonicalJson.read(text));
    }

    private String peer(Path work, DevelopmentHouse house, int size) throws Exception {
        Process peer = JavaProcess.of("io.jinqiao.bench.registry.PlainCases")
                .classes(BenchClasses.folder(work))
                .options("-Xmx256m")
                .arguments(List.of(house.database().url(), house.database().user(), house.database().password(), "" + cases, "" + page, "" + size))
                .start(work.resolve("peer.log"));
        String line = peer.inputReader(StandardCharsets.UTF_8).lines().reduce("", (before, last) -> last);
        if (peer.waitFor() != 0 || line.isEmpty()) {
            throw new IllegalStateException("the peer failed: " + Files.readString(work.resolve("peer.log")));
        }
        return line;
    }

    private static Step shown(Step step) {
        System.out.println(step.words());
        return step;
    }
}
