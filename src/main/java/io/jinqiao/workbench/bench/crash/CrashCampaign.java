package io.jinqiao.workbench.bench.crash;

import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.OpenForBusiness;
import io.jinqiao.workbench.development.RunningGateway;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the gateway as a process, loads it, kills it at a named commit point or at any moment, starts it again, and so on; in the second
 * half another node works on the same database all the time. At the end everything must come to rest and both books must agree.
 */
final class CrashCampaign implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final int TRIES = 3;
    /** A process that leaves a class archive behind ends slowly. */
    private static final Duration ARCHIVING = Duration.ofMinutes(4);
    private static final Duration REACH = Duration.ofSeconds(40);
    private static final List<String> JVM =
            List.of("-Xmx320m", "-Xms320m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path work;
    private final PrintStream out;
    private final int twoNodesEvery;
    private final Sabotage sabotage;
    private final Random random;
    private final DevelopmentHouse house;
    private final BankSide bank;
    /** Asked for once: it reads every partner's folder. */
    private final Map<String, Object> ofTheHouse;
    private final ClassArchive classes;
    private final Map<String, Integer> points = new TreeMap<>();
    private @Nullable RunningGateway steady;

    private CrashCampaign(Path work, long seed, int twoNodesEvery, Sabotage sabotage, PrintStream out) throws IOException {
        this.work = work;
        this.out = out;
        this.twoNodesEvery = twoNodesEvery;
        this.sabotage = sabotage;
        this.random = new Random(seed);
        this.classes = new ClassArchive(work.resolve("gateway.aot").toAbsolutePath());
        HastyFolder.write(work);
        this.house = DevelopmentHouse.open(work);
        this.ofTheHouse = house.settings();
        this.bank = new BankSide(house, new Random(seed + 1));
    }

    static CrashCampaign open(Path work, long seed, int twoNodesEvery, Sabotage sabotage, PrintStream out) throws IOException {
        return new CrashCampaign(work, seed, twoNodesEvery, sabotage, out);
    }

    Verdict run(int kills) throws Exception {
        warmUp();
        bank.startLoad();
        List<String> places = places(kills);
        for (int i = 0; i < kills; i++) {
            if (twoNodesEvery > 0 && i == kills - kills / twoNodesEvery) {
                steady = start(bank.secondPort(), "none", 0);
                out.println("a second node works on the same database from here on");
            }
            String place = places.get(i);
            for (int tries = 0; !kill(i + 1, kills, place) && tries < TRIES; tries++) {
                out.println("  not reached in time; killed all the same, once more");
            }
        }
        return comeToRest(kills);
    }

    /** The first start migrates and gives the bank its standing; sabotage comes after it. */
    private void warmUp() throws Exception {
        launch(bank.firstPort(), "none", 0, List.of(), classes.making()).awaitReady(START).close(ARCHIVING);
        if (sabotage == Sabotage.DROP_UNIQUE) {
            new Books(house, bank).dropUnique();
        }
    }

    /** Every point in turn; between the rounds, random moments. A broken gateway is first killed where that shows. */
    private List<String> places(int kills) {
        List<String> places = new ArrayList<>(
                switch (sabotage) {
                    case NONE -> List.of();
                    case RECORD_LATE -> Collections.nCopies(3, LateRecord.NOT_YET_RECORDED);
                    case DROP_UNIQUE -> Collections.nCopies(3, CommitPoints.Point.INBOUND_COMMITTED.name());
                });
        while (places.size() < kills) {
            for (CommitPoints.Point point : CommitPoints.Point.values()) {
                places.add(point.name());
            }
            if (places.size() >= 2 * CommitPoints.Point.values().length) {
                for (int i = 0; i < CommitPoints.Point.values().length; i++) {
                    places.add(KillPoint.RANDOM);
                }
            }
        }
        return places;
    }

    /** @return whether the place was reached */
    private boolean kill(int number, int all, String place) throws Exception {
        bank.dawdle();
        long began = System.nanoTime();
        RunningGateway victim = launch(bank.firstPort(), place, passes(place), List.of());
        String word = firstWord(victim);
        double up = seconds(began);
        bank.hurry();
        boolean reached = reached(victim, word, place);
        String where = reached ? place : place + " (not reached)";
        victim.kill();
        points.merge(where, 1, Integer::sum);
        out.printf(
                "kill %d/%d at %s, up after %.1f s, killed after %.1f s; %d applications answered, %d written anew, %d messages taken by the bank%n",
                number, all, where, up, seconds(began), bank.answered(), bank.rewritten(), bank.taken());
        out.flush();
        return reached;
    }

    /** How often the point is passed first; seals are rare. */
    private int passes(String place) {
        return place.startsWith("JOURNAL_") ? 0 : random.nextInt(3);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    /** {@code ready}, or {@code at <point>}: a point may be reached before the process calls itself ready. */
    private static String firstWord(RunningGateway victim) throws InterruptedException {
        String word = victim.awaitWord(START);
        if (word.equals("end") || word.isEmpty()) {
            victim.kill();
            throw new IllegalStateException("the gateway process did not start: " + (word.isEmpty() ? "time-out" : word) + "\n" + victim.chatter());
        }
        return word;
    }

    /** Waits for the place of the kill. */
    private boolean reached(RunningGateway victim, String word, String place) throws InterruptedException {
        if (place.equals(KillPoint.RANDOM)) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(4000));
            return true;
        }
        return word.startsWith("at ") || victim.awaitWord(REACH).startsWith("at ");
    }

    private Verdict comeToRest(int kills) throws Exception {
        bank.stopWritingNew();
        Books books = new Books(house, bank);
        try (RunningGateway last = start(bank.firstPort(), "none", 0)) {
            books.awaitRest(Duration.ofMinutes(3));
        }
        return books.compare(kills, points, journal());
    }

    /** What a fresh process finds when it reads the journal again; empty when it is whole. */
    private List<String> journal() throws InterruptedException {
        try (RunningGateway auditor = launch(bank.firstPort(), "none", 0, List.of(JournalAudit.class))) {
            String found = auditor.awaitWord(START);
            return found.equals(JournalAudit.WHOLE) ? List.of() : List.of(found);
        }
    }

    private RunningGateway start(int port, String place, int after) throws InterruptedException {
        return launch(port, place, after, List.of()).awaitReady(START);
    }

    private RunningGateway launch(int port, String place, int after, List<Class<?>> extra) {
        return launch(port, place, after, extra, classes.using());
    }

    private RunningGateway launch(int port, String place, int after, List<Class<?>> extra, List<String> options) {
        Map<String, Object> settings = new LinkedHashMap<>(ofTheHouse);
        settings.put("spring.main.web-application-type", "none");
        Path home = work.resolve(port == bank.firstPort() ? "." : "second");
        settings.put("jinqiao.home", home.toString());
        settings.put("jinqiao.evidence.node-directory", home.toString());
        settings.put("jinqiao.node", port == bank.firstPort() ? "first" : "second");
        settings.put("jinqiao.partners.port", port);
        settings.put("jinqiao.delivery.lease", "3s");
        settings.put("jinqiao.delivery.poll", "200ms");
        settings.put("jinqiao.evidence.seal-interval", "2s");
        settings.put("jinqiao.evidence.chain-lease", "3s");
        settings.put("jinqiao.crash.point", place);
        settings.put("jinqiao.crash.after", after);
        settings.put("ICBC_URL", "https://localhost:" + bank.bankPort());
        settings.put("logging.level.root", "WARN");
        List<Class<?>> more = new ArrayList<>(List.of(OpenForBusiness.class, OneFolder.class, KillPoint.class, ResidentCore.class));
        more.addAll(extra);
        if (sabotage == Sabotage.RECORD_LATE) {
            more.add(LateRecord.class);
        }
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(options);
        return RunningGateway.start(settings, more, jvm, work.resolve("gateway.log"));
    }

    @Override
    public void close() {
        if (steady != null) {
            steady.close();
        }
        bank.close();
        house.close();
    }
}
