package io.jinqiao.workbench.bench.exchange;

import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
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

    private static final int OPEN_SHARE = 2;
    private static final int QUICK = 5;
    private static final int PORTION = 10_000;

    @Option(names = "--messages", description = "Counted messages in a run at 8 or 32 connections (at 1: a quarter)", defaultValue = "5000")
    int messages;

    @Option(names = "--warm", description = "Messages to ours and to the peer before anything counts", defaultValue = "40000")
    int warm;

    @Option(names = "--rounds", description = "How often ours, the peer and the parts alone take turns", defaultValue = "2")
    int rounds;

    @Option(names = "--quick", description = "One round with a fifth of the messages, to see that it works: its figures are those of cold processes")
    boolean quick;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        if (quick) {
            warm /= QUICK;
            messages /= QUICK;
            rounds = 1;
        }
        try (BenchFolder folder = BenchFolder.make();
                Stage stage = Stage.build(folder.path())) {
            System.out.printf("start to the first accepted message, warm database: %.1f s%n", stage.startSeconds());
            System.out.println(Run.HEAD);
            warm(stage);
            List<Run> ours = new ArrayList<>();
            List<Run> peers = new ArrayList<>();
            List<Parts> parts = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (int connections : CONNECTIONS) {
                    int count = connections == 1 ? messages / 4 : messages;
                    ours.add(shown(stage.gateway(connections, count, 0)));
                    peers.add(shown(stage.contractor(connections, count, 0)));
                }
                parts.add(stage.parts(messages));
                System.out.println(parts.get(round).words());
            }
            double best = median(ours, 32, Run::perSecond);
            Run open = shown(stage.gateway(32, messages / OPEN_SHARE, best / 2));
            return report(stage, ours, peers, Parts.median(parts), best, open);
        }
    }

    /** In portions: a message is written before its run and must still be fresh when its turn comes. */
    private void warm(Stage stage) throws Exception {
        for (int done = 0; done < warm; done += PORTION) {
            stage.gateway(32, Math.min(PORTION, warm - done), 0);
            stage.contractor(32, Math.min(PORTION, warm - done), 0);
        }
    }

    private int report(Stage stage, List<Run> ours, List<Run> peers, Parts parts, double best, Run open) {
        double peer = median(peers, 32, Run::perSecond);
        double limit = parts.perSecond(Runtime.getRuntime().availableProcessors());
        System.out.printf("ours %.0f/s, contractor %.0f/s (ratio %.2f), parts alone %.0f/s (ratio %.2f)%n", best, peer, best / peer, limit, best / limit);
        double cost = median(ours, 32, Run::cpu);
        double peerCost = median(peers, 32, Run::cpu);
        System.out.printf("CPU µs for each message: ours %.0f, contractor %.0f (ratio %.2f), parts alone %.0f (ratio %.2f)%n", cost, peerCost, peerCost / cost, parts.cpu(), parts.cpu() / cost);
        int bad = ours.stream().mapToInt(Run::bad).sum() + peers.stream().mapToInt(Run::bad).sum() + open.bad();
        if (bad > 0) {
            System.out.println(bad + " answers were not as they should be: " + firstBad(ours, peers, List.of(open)));
        }
        if (json != null) {
            BenchResult result = new BenchResult("exchange", best, "messages/s at 32 connections")
                    .peer("contractor's controller", peer)
                    .limit("parts alone", limit)
                    .detail("runs", ours)
                    .detail("peer runs", peers)
                    .detail("open loop at half load", open)
                    .detail("parts", parts)
                    .detail("CPU µs for each message at 32 connections", Map.of("ours", cost, "contractor", peerCost, "parts alone", parts.cpu()))
                    .detail("start to first accepted message, s", stage.startSeconds());
            result.write(json, "bench exchange --messages " + messages + " --warm " + warm + " --rounds " + rounds);
        }
        return bad == 0 ? 0 : 1;
    }

    @SafeVarargs
    private static String firstBad(List<Run>... runs) {
        return java.util.Arrays.stream(runs)
                .flatMap(List::stream)
                .filter(run -> run.bad() > 0)
                .map(Run::firstBad)
                .findFirst()
                .orElse("");
    }

    private static Run shown(Run run) {
        System.out.println(run.words());
        return run;
    }

    private static double median(List<Run> runs, int connections, ToDoubleFunction<Run> figure) {
        double[] figures = runs.stream()
                .filter(run -> run.connections() == connections)
                .mapToDouble(figure)
                .sorted()
                .toArray();
        int middle = figures.length / 2;
        return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
    }
}
