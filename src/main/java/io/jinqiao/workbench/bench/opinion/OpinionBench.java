package io.jinqiao.workbench.bench.opinion;

import io.jinqiao.workbench.bench.BenchFolder;
import io.jinqiao.workbench.bench.BenchResult;
import io.jinqiao.workbench.development.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench opinion}: ours and ofdrw's path in turn, each in a process of its own, and the parts alone. */
@Command(
        name = "opinion",
        description = {
            "Approval opinions laid out, sealed and packed: OFD and PDF, one thread and all cores, beside ofdrw.",
            "审批意见制作与签章的速度，与 ofdrw 对比。"
        })
public final class OpinionBench implements Callable<Integer> {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int PEER_SHARE = 5;
    private static final int QUICK = 20;

    @Option(names = "--documents", description = "Counted documents in a run; the peer makes a fifth", defaultValue = "4000")
    int documents;

    @Option(names = "--warm", description = "Documents before anything counts; the peer a fifth", defaultValue = "4000")
    int warm;

    @Option(names = "--rounds", description = "How often ours and the peer take turns", defaultValue = "3")
    int rounds;

    @Option(names = "--memory", description = "Documents of the run that looks at the heap", defaultValue = "10000")
    int memory;

    @Option(names = "--quick", description = "One round with a twentieth of the documents, to see that it works")
    boolean quick;

    @Option(names = "--ofdrw", description = "Folder of ofdrw's libraries (default: where the build fetches them)")
    @Nullable Path libraries;

    @Option(names = "--json", description = "Write the figures to this file")
    @Nullable Path json;

    private final List<Made> runs = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        if (quick) {
            documents /= QUICK;
            warm /= QUICK;
            memory /= QUICK;
            rounds = 1;
        }
        try (BenchFolder folder = BenchFolder.make();
                Works works = Works.open(folder.path())) {
            Path work = folder.path();
            works.prepare();
            Ofdrw peer = new Ofdrw(libraries == null ? Ofdrw.fetched() : libraries, Files.createDirectories(work.resolve("ofdrw")));
            System.out.println(Made.HEAD);
            for (int round = 0; round < rounds; round++) {
                round(work, works, peer);
            }
            Made long_ = shown(ours(work, "ofd", 1, memory, warm / PEER_SHARE));
            return report(peer.present(), long_);
        }
    }

    private void round(Path work, Works works, Ofdrw peer) throws Exception {
        for (int threads : CORES == 1 ? new int[] {1} : new int[] {1, CORES}) {
            runs.add(shown(ours(work, "ofd", threads, documents, warm)));
            runs.add(shown(ours(work, "pdf", threads, documents, warm)));
            if (peer.present()) {
                runs.add(shown(theirs(peer, works, threads)));
            }
        }
        runs.add(shown(ours(work, "parts", 1, documents, warm)));
    }

    /** A temporary folder that does not exist: whoever wants to make a file there fails. */
    private static Made ours(Path work, String kind, int threads, int count, int warm) throws Exception {
        Process mill = JavaProcess.of(OpinionMill.class.getName())
                .options("-Xmx512m", "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + work.resolve("no-temporary-files"))
                .arguments(List.of(work.toString(), kind, "" + count, "" + threads, "" + warm))
                .start(work.resolve("mill.log"));
        String line = mill.inputReader(StandardCharsets.UTF_8).lines().reduce("", (before, last) -> last); // libraries may have spoken before
        if (mill.waitFor() != 0 || line.isEmpty()) {
            throw new IllegalStateException("our side failed: " + Files.readString(work.resolve("mill.log")));
        }
        return Made.of(kind.equals("parts") ? kind : "ours, " + kind, threads, count, line);
    }

    private Made theirs(Ofdrw peer, Works works, int threads) throws Exception {
        int count = Math.max(1, documents / PEER_SHARE);
        String line = peer.run(
                        "bench", works.plan().toString(), works.seal().toString(), works.key().toString(),
                        works.certificate().toString(), "" + count, "" + threads, "" + warm / PEER_SHARE)
                .get(0);
        return Made.of("ofdrw, ofd", threads, count, line);
    }

    private int report(boolean compared, Made memoryRun) {
        double ofd = median("ours, ofd", 1);
        double pdf = median("ours, pdf", 1);
        double parts = median("parts", 1);
        System.out.printf("sealed in a second of CPU: OFD %.0f, PDF %.0f, parts of the OFD alone %.0f%n", ofd, pdf, parts);
        BenchResult result = new BenchResult("opinion", ofd, "sealed OFD documents per second of CPU").limit("signature, digest and packing alone", parts);
        if (compared) {
            double peer = median("ofdrw, ofd", 1);
            System.out.printf("ofdrw %.0f (ratio %.1f)%n", peer, ofd / peer);
            result.peer("ofdrw 2.3.3, layout and sign", peer);
        } else {
            System.out.println("ofdrw was not compared: its libraries are not there (mvn generate-test-resources, or --ofdrw)");
        }
        if (json != null) {
            result.detail("PDF per second of CPU", pdf)
                    .detail("runs", runs)
                    .detail("memory run", memoryRun)
                    .write(json, "bench opinion --documents " + documents + " --warm " + warm + " --rounds " + rounds + " --memory " + memory);
        }
        return 0;
    }

    private static Made shown(Made made) {
        System.out.println(made.words());
        return made;
    }

    private double median(String who, int threads) {
        List<Made> chosen = runs.stream()
                .filter(made -> made.who().equals(who) && made.threads() == threads)
                .sorted(Comparator.comparingDouble(Made::perCpuSecond))
                .toList();
        return chosen.get((chosen.size() - 1) / 2).perCpuSecond();
    }
}
