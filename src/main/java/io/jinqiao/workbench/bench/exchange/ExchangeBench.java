package io.jinqiao.workbench.bench.exchange;

import io.jinqiao.workbench.bench.BenchResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench exchange}: signed loan applications over HTTPS, ours and the peer's in turn, and the parts alone. */
@Command(
        name = "exchange",
        description = {
            "Signed loan applications of about 4 KiB over HTTPS with client certificates, every one new.",
            "签名贷款申请报文的收发吞吐与延迟。"
        })
public final class ExchangeBench implements Callable<Integer> {
    private static final int[] CONNECTIONS = {1, 8, 32};

    @Option(names = "--messages", description = "Counted messages in a run at 32 connections", defaultValue = "8000")
    int messages;

    @Option(names = "--rounds", description = "How often ours and the peer take turns", defaultValue = "2")
    int rounds;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        Path work = Files.createTempDirectory("jinqiao-bench");
        try (Stage stage = Stage.build(work)) {
            System.out.printf("start to the first accepted message, warm database: %.1f s%n", stage.startSeconds());
            List<Run> ours = new ArrayList<>();
            List<Run> peers = new ArrayList<>();
            System.out.println(Run.HEAD);
            stage.gateway(8, messages, 0);
            stage.contractor(8, messages, 0);
            for (int round = 0; round < rounds; round++) {
                for (int connections : CONNECTIONS) {
                    int count = connections == 1 ? messages / 4 : messages;
                    ours.add(shown(stage.gateway(connections, count, 0)));
                    peers.add(shown(stage.contractor(connections, count, 0)));
                }
            }
            Parts parts = stage.parts(messages);
            double best = median(ours, 32);
            Run open = shown(stage.gateway(32, messages, best / 2));
            return report(stage, ours, peers, parts, best, open);
        }
    }

    private int report(Stage stage, List<Run> ours, List<Run> peers, Parts parts, double best, Run open) {
        double peer = median(peers, 32);
        double limit = parts.perSecond(Runtime.getRuntime().availableProcessors());
        System.out.println(parts.words());
        System.out.printf("ours %.0f/s, contractor %.0f/s (ratio %.2f), parts alone %.0f/s (ratio %.2f)%n", best, peer, best / peer, limit, best / limit);
        int bad = ours.stream().mapToInt(Run::bad).sum() + peers.stream().mapToInt(Run::bad).sum() + open.bad();
        if (bad > 0) {
            System.out.println(bad + " answers were not as they should be: " + ours.get(0).firstBad());
        }
        if (json != null) {
            BenchResult result = new BenchResult("exchange", best, "messages/s at 32 connections")
                    .peer("contractor's controller", peer)
                    .limit("parts alone", limit)
                    .detail("runs", ours)
                    .detail("peer runs", peers)
                    .detail("open loop at half load", open)
                    .detail("parts", parts)
                    .detail("start to first accepted message, s", stage.startSeconds());
            result.write(json, "bench exchange --messages " + messages + " --rounds " + rounds);
        }
        return bad == 0 ? 0 : 1;
    }

    private static Run shown(Run run) {
        System.out.println(run.words());
        return run;
    }

    private static double median(List<Run> runs, int connections) {
        double[] rates = runs.stream()
                .filter(run -> run.connections() == connections)
                .mapToDouble(Run::perSecond)
                .sorted()
                .toArray();
        return rates.length % 2 == 1 ? rates[rates.length / 2] : (rates[rates.length / 2 - 1] + rates[rates.length / 2]) / 2;
    }
}
