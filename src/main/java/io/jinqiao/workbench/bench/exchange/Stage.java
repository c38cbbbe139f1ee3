package io.jinqiao.workbench.bench.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.development.Cpu;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.JavaProcess;
import io.jinqiao.workbench.development.OpenForBusiness;
import io.jinqiao.workbench.development.RunningGateway;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The machine laid out for the bench: gateway, contractor, database and load generator, each a process of its own. */
final class Stage implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String BANK = "icbc";
    private static final int WARM_SHARE = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path work;
    private final Path classes;
    private final DevelopmentHouse house;
    private final int gatewayPort = DevelopmentHouse.freePort();
    private final int contractorPort = DevelopmentHouse.freePort();
    private final Letters letters;
    private final RunningGateway gateway;
    private final Process contractor;
    private final double startSeconds;

    private Stage(Path work) throws Exception {
        this.work = work;
        this.classes = BenchClasses.folder(work);
        this.house = DevelopmentHouse.open(work);
        this.letters = new Letters(house, work);
        startGateway().close();
        long begin = System.nanoTime();
        this.gateway = startGateway();
        gateway(1, 1, 0);
        this.startSeconds = (System.nanoTime() - begin) / 1e9;
        this.contractor = startContractor();
    }

    static Stage build(Path work) throws Exception {
        return new Stage(work);
    }

    double startSeconds() {
        return startSeconds;
    }

    Run gateway(int connections, int count, double rate) throws Exception {
        return load("ours", gateway.handle(), gatewayPort, connections, count, rate);
    }

    Run contractor(int connections, int count, double rate) throws Exception {
        return load("contractor", contractor.toHandle(), contractorPort, connections, count, rate);
    }

    Parts parts(int count) throws Exception {
        int port = DevelopmentHouse.freePort();
        Process constant = JavaProcess.of("io.jinqiao.bench.peer.ConstantReply")
                .classes(classes)
                .options("-Xmx256m")
                .arguments(List.of(
                        "" + port,
                        house.certificates().keyStore("centre-tls-server").toString(),
                        house.certificates().trustStore().toString(),
                        house.certificates().password()))
                .start(work.resolve("constant.log"));
        try {
            awaitReady(constant);
            load("constant", constant.toHandle(), port, 8, count, 0);
            Run https = load("constant", constant.toHandle(), port, 8, count, 0);
            return new Parts(
                    letters.signatureMicros(),
                    DurableCommits.micros(house.database(), count),
                    https.serverCpu() + https.loadCpu());
        } finally {
            constant.destroy();
        }
    }

    private RunningGateway startGateway() throws InterruptedException {
        Map<String, Object> settings = house.settings();
        settings.put("server.port", 0);
        settings.put("jinqiao.partners.port", gatewayPort);
        settings.put("logging.level.root", "WARN");
        return RunningGateway.start(
                        settings, List.of(OpenForBusiness.class), List.of("-Xmx512m"), work.resolve("gateway.log"))
                .awaitReady(START);
    }

    private Process startContractor() throws Exception {
        Process process = JavaProcess.of("io.jinqiao.bench.peer.Contractor")
                .classes(classes)
                .options("-Xmx512m")
                .arguments(List.of(
                        "--spring.config.location=optional:file:./none/",
                        "--logging.level.root=WARN",
                        "--server.port=" + contractorPort,
                        "--server.ssl.key-store=" + house.certificates().keyStore("centre-tls-server"),
                        "--server.ssl.key-store-password=" + house.certificates().password(),
                        "--server.ssl.trust-store=" + house.certificates().trustStore(),
                        "--server.ssl.trust-store-password=" + house.certificates().password(),
                        "--server.ssl.client-auth=need",
                        "--spring.datasource.url=" + house.database().url(),
                        "--spring.datasource.username=" + house.database().user(),
                        "--spring.datasource.password=" + house.database().password(),
                        "--spring.datasource.hikari.maximum-pool-size=24",
                        "--peer.key=" + house.certificates().keyStore("centre-sm2-sign"),
                        "--peer.password=" + house.certificates().password(),
                        "--peer.certificate=" + house.certificates().certificate(BANK + "-sm2-sign"),
                        "--peer.user-id=" + letters.bankUserId()))
                .start(work.resolve("contractor.log"));
        awaitReady(process);
        return process;
    }

    private static void awaitReady(Process process) throws Exception {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("a process of the bench did not start");
            }
        }
    }

    private Run load(String who, ProcessHandle server, int port, int connections, int count, double rate) throws Exception {
        int warm = count < WARM_SHARE ? 0 : count / WARM_SHARE;
        Letters.Batch batch = letters.write(count + warm);
        Duration serverBefore = Cpu.of(server);
        Duration databaseBefore = Cpu.ofFamily(house.database().process());
        Process load = JavaProcess.of("io.jinqiao.bench.load.LoadGenerator")
                .classes(classes)
                .options("-Xmx256m")
                .arguments(List.of(
                        "https://localhost:" + port + batch.path(),
                        batch.file().toString(),
                        house.certificates().keyStore(BANK + "-tls-client").toString(),
                        house.certificates().trustStore().toString(),
                        house.certificates().password(),
                        "0",
                        "" + (count + warm),
                        "" + connections,
                        "" + rate,
                        letters.goodAnswer(),
                        "" + warm))
                .start(work.resolve("load.log"));
        String line = load.inputReader(StandardCharsets.UTF_8).readLine();
        Duration loadCpu = Cpu.of(load.toHandle());
        load.outputWriter().close();
        load.waitFor();
        if (line == null) {
            throw new IllegalStateException("the load generator failed; see " + work.resolve("load.log"));
        }
        return run(who, connections, rate, JSON.readTree(line), count + warm, new double[] {
            micros(serverBefore, Cpu.of(server)), micros(databaseBefore, Cpu.ofFamily(house.database().process())), micros(Duration.ZERO, loadCpu)
        });
    }

    private static double micros(Duration before, Duration after) {
        return after.minus(before).toNanos() / 1000.0;
    }

    private static Run run(String who, int connections, double rate, JsonNode said, int messages, double[] cpu) {
        return new Run(
                who,
                connections,
                rate,
                said.path("sent").asInt(),
                said.path("bad").asInt(),
                said.path("firstBad").asText(),
                said.path("perSecond").asDouble(),
                said.path("p50").asLong(),
                said.path("p99").asLong(),
                said.path("p999").asLong(),
                cpu[0] / messages,
                cpu[1] / messages,
                cpu[2] / messages);
    }

    @Override
    public void close() {
        contractor.destroy();
        gateway.close();
        letters.close();
        house.close();
    }
}
