package io.jinqiao.workbench.bench.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench crash}: kills the gateway again and again and compares the books. */
@Command(
        name = "crash",
        description = {
            "Kills real gateway processes (SIGKILL) at named commit points and at random, then compares the bank's book with ours.",
            "在各提交点及随机时刻强杀网关进程，重启后与银行自己的账比对。"
        })
public final class CrashCommand implements Callable<Integer> {
    @Option(names = "--kills", description = "How many kills", defaultValue = "30")
    int kills;

    @Option(names = "--seed", description = "Seed of every choice", defaultValue = "1")
    long seed;

    @Option(names = "--two-nodes", description = "Every how many kills a second node works on the same database; 0: never", defaultValue = "2")
    int twoNodesEvery;

    @Option(names = "--continue", description = "Go on in the folder of an interrupted campaign")
    @Nullable Path folder;

    @Option(names = "--break", description = "Break the build on purpose: drop-unique or record-late; the campaign must then fail", defaultValue = "none")
    Sabotage sabotage;

    @Override
    public Integer call() throws Exception {
        Path work = folder != null ? folder : Files.createTempDirectory("jinqiao-crash");
        System.out.println("folder (for --continue): " + work);
        try (CrashCampaign campaign = CrashCampaign.open(work, seed, twoNodesEvery, sabotage, System.out)) {
            Verdict verdict = campaign.run(kills);
            System.out.println(verdict.words());
            return verdict.clean() ? 0 : 1;
        }
    }
}
