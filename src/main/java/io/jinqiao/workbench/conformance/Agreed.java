package io.jinqiao.workbench.conformance;

import io.jinqiao.rulebook.Durations;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.check.TestData;
import io.jinqiao.workbench.development.DevelopmentProfile;
import io.jinqiao.workbench.doctor.Setup;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code conformance --against} is told. Nothing of it counts without {@code --against}. */
final class Agreed {
    @Option(names = "--against", paramLabel = "URL", description = {"Their test system instead of a simulator: only agreed cases, with their test data.", "对方测试系统的地址：只做约定用例，用对方测试数据。"})
    @Nullable String against;

    @Option(names = "--data", paramLabel = "FILE", description = {"Their test data; default: adapters/<partner>/testdata.yaml.", "对方测试数据文件。"})
    private @Nullable Path data;

    @Option(names = "--rate", paramLabel = "N", description = {"Most messages in a minute; default: adapter.yaml, else 30.", "每分钟最多几笔。"})
    private int rate;

    @Option(names = "--hostile", description = {"Spoilt bytes too; needs --agreed-by.", "也发恶意报文，须有 --agreed-by。"})
    private boolean hostile;

    @Option(names = "--agreed-by", paramLabel = "NAME", description = {"Who of theirs allowed spoilt bytes; printed in the report.", "对方同意人，写入报告。"})
    @Nullable String agreedBy;

    @Option(names = "--listen", paramLabel = "PORT", description = {"Opens the inward channel there for their calls.", "打开来向通道的端口。"})
    private @Nullable Integer listen;

    @Option(names = "--wait", paramLabel = "DURATION", description = {"How long we wait for their calls, such as 10m (default).", "等待银行来报的时长，默认 10m。"})
    private String patience = "10m";

    @Option(names = "--config", paramLabel = "FILE", description = {"Keys and certificates as the gateway's settings; default: certs-dev.", "密钥与证书的网关配置，默认 certs-dev。"})
    private @Nullable Path config;

    /** @param remarks what a reader has to know before the numbers */
    record Tried(Words target, List<Words> remarks) {}

    /** @throws IllegalArgumentException when something was asked for that only makes sense against somebody */
    void requireNothing() {
        if (hostile || agreedBy != null || data != null || listen != null) {
            throw new IllegalArgumentException("--hostile、--agreed-by、--data、--listen 须与 --against 同用 / --hostile, --agreed-by, --data and --listen need --against");
        }
    }

    Tried run(Conformance conformance, Sources sources, Path root, PrintWriter out) {
        if (hostile && (agreedBy == null || agreedBy.isBlank())) {
            throw new IllegalArgumentException("对他人系统发恶意报文须写明对方同意人 / --hostile against somebody else's system needs --agreed-by NAME");
        }
        String url = String.valueOf(against);
        Target target = new Target(conformance.centre(), conformance.agreement().productionHosts(), conformance.agreement().uatKeys());
        Endpoint endpoint = target.endpoint(url);
        TestData read = data(conformance, sources, root);
        int perMinute = rate > 0 ? rate : conformance.agreement().perMinute();
        try (SigningRoom room = SigningRoom.open(setup(root, conformance.centre().descriptor().partner().value(), out).signing(), Clock.systemUTC(), new DevelopmentProfile().acceptsDevelopmentCertificates())) {
            target.requireTestKeys(room.keys());
            AgreedRun.Terms terms = new AgreedRun.Terms(endpoint, perMinute, hostile, listen, patience());
            new AgreedRun(conformance, room, terms, Clock.systemUTC()).run(read, port -> {
                out.println("等待银行来报，端口 / waiting for the bank on port " + port + ", " + patience);
                out.flush();
            });
        }
        return new Tried(new Words(url + "（约定用例）", url + " (agreed cases)"), remarks(read, perMinute));
    }

    private static List<Words> remarks(TestData data, int perMinute) {
        List<Words> remarks = new ArrayList<>();
        remarks.add(new Words("测试数据：" + data.agreed() + "；每分钟至多 " + perMinute + " 笔", "test data: " + data.agreed() + "; at most " + perMinute + " messages a minute"));
        remarks.add(new Words("超时、截止与日终只在我方模拟：应答由我方丢弃，时钟由我方注入", "time-out, cut-off and day end are played on our side only: we forget an answer, we turn our own clock"));
        return remarks;
    }

    private Duration patience() {
        return Durations.parse(patience);
    }

    private Setup setup(Path root, String partner, PrintWriter out) {
        try {
            return Setup.read(root, config, partner, out::println);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestData data(Conformance conformance, Sources sources, Path root) {
        String partner = conformance.centre().descriptor().partner().value();
        Path file = data == null ? root.resolve("adapters").resolve(partner).resolve("testdata.yaml") : data;
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("没有测试数据 / no test data: " + file + "; 见示例 / an example: adapters/" + partner + "/testdata.example.yaml");
        }
        try {
            Source source = new Source(file.toString(), "home", Files.readAllBytes(file));
            return TestData.read(source, Schema.of(sources.get("adapters/_schema/testdata.schema.json")), conformance.centre().descriptor().operations().keySet());
        } catch (RulebookException e) {
            throw new IllegalArgumentException(e.problems().stream().map(RuleProblem::toString).collect(Collectors.joining("\n")), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
