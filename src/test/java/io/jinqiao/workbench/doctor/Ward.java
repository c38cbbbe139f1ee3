package io.jinqiao.workbench.doctor;

import io.jinqiao.workbench.simulate.FileBehaviour;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The four banks, each on one port for all cases; a case is a fresh set-up with one thing done to it, all of it decided by a seed. */
final class Ward implements AutoCloseable {
    private static final List<Ailment> AILMENTS = Ailments.all();

    private final Path folder;
    private final Map<String, TroubledBank> banks = new LinkedHashMap<>();
    private final Map<String, FileSide> files = new LinkedHashMap<>();

    Ward(Path folder) throws IOException {
        this.folder = folder;
        World.elsewhere();
        for (String bank : World.BANKS) {
            banks.put(bank, new TroubledBank(bank));
        }
        for (String bank : Ailments.SERVED) {
            files.put(bank, FileSide.of(bank, World.here(), folder, Files.createTempDirectory(folder, "files"), 0, line -> {}).orElseThrow().open());
        }
    }

    /** What was done to whom, and what the doctor said. */
    record Case(long seed, String bank, Ailment ailment, Examined examined) {
        boolean right() {
            List<Finding> findings = examined.findings();
            boolean few = !findings.isEmpty() && findings.size() <= 2;
            return few && findings.stream().anyMatch(f -> ailment.causes().contains(f.cause()));
        }

        boolean alone() {
            return right() && examined.findings().size() == 1;
        }

        @Override
        public String toString() {
            return seed + " " + bank + ": " + ailment.name() + " " + ailment.causes() + " → "
                    + examined.findings().stream().map(f -> f.cause() + " " + f.facts()).toList()
                    + examined.steps().stream().filter(s -> s.mark() != Step.Mark.GOOD).map(Step::line).toList();
        }
    }

    Patient healthy(String bank) {
        TroubledBank peer = banks.get(bank);
        peer.temper = new Temper();
        FileSide side = files.get(bank);
        if (side != null) {
            side.behave(FileBehaviour.OK);
            side.door().admits(true);
        }
        try {
            return new Patient(peer, side, Files.createTempDirectory(folder, bank));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each bank's cases one after the other, different banks' at the same time. */
    List<Case> treat(LongStream seeds) {
        Map<String, List<Long>> byBank = seeds.boxed().collect(Collectors.groupingBy(seed -> bank(ailment(seed), random(seed))));
        return byBank.values().parallelStream().flatMap(own -> own.stream().map(this::treat)).toList();
    }

    private static Ailment ailment(long seed) {
        return AILMENTS.get((int) Math.floorMod(seed, (long) AILMENTS.size()));
    }

    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private static String bank(Ailment ailment, Random random) {
        return ailment.banks().get(random.nextInt(ailment.banks().size()));
    }

    Case treat(long seed) {
        Random random = random(seed);
        Ailment ailment = ailment(seed);
        String bank = bank(ailment, random);
        Patient patient = healthy(bank);
        Temper temper = new Temper();
        try {
            ailment.doing().to(patient, temper, random);
            patient.peer.temper = temper;
            return new Case(seed, bank, ailment, patient.examined());
        } catch (Exception e) {
            throw new IllegalStateException(seed + " " + bank + ": " + ailment.name(), e);
        } finally {
            remove(patient.home);
        }
    }

    private static void remove(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (TroubledBank bank : banks.values()) {
            bank.close();
        }
        files.values().forEach(FileSide::close);
    }
}
