package io.jinqiao.adapter.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader of strangers' bytes with good bytes made bad; how many, and from which seed on, can be said on the command line
 * (docs/fuzzing.md). What once broke a reader is kept under its target's name and read every time.
 */
@Tag("fuzzing")
class WireFuzzTest {
    private static final int TRIES = Integer.getInteger("jinqiao.fuzz.tries", 1500);
    private static final long FIRST = Long.getLong("jinqiao.fuzz.first", 1);
    private static final Path KEPT = Path.of("src/test/resources/fuzzing");

    static List<WireTarget> targets() {
        return WireTarget.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void readsOrRefusesWhateverComes(WireTarget target) throws IOException {
        for (long seed = FIRST; seed < FIRST + TRIES; seed++) {
            byte[] bytes = new Damage(seed).of(target.seeds());
            try {
                target.read(bytes);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                Path crasher = Files.createDirectories(Path.of("target/fuzzing", target.name())).resolve("seed-" + seed);
                Files.write(crasher, bytes);
                throw new AssertionError(target + ", seed " + seed + ", kept as " + crasher + ": " + e, e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void readsOrRefusesWhatOnceBrokeIt(WireTarget target) throws IOException {
        Path kept = KEPT.resolve(target.name());
        if (Files.isDirectory(kept)) {
            try (Stream<Path> files = Files.list(kept)) {
                for (Path file : files.toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    assertThatCode(() -> target.read(bytes)).as(file.toString()).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void startsFromGoodBytesThatAreNotRefused() {
        for (WireTarget target : targets()) {
            assertThat(target.seeds()).as(target.name()).isNotEmpty();
            assertThatCode(() -> target.seeds().forEach(target::read)).as(target.name()).doesNotThrowAnyException();
        }
    }

    @Test
    void keepsNothingUnderANameNobodyReads() throws IOException {
        if (Files.isDirectory(KEPT)) {
            try (Stream<Path> folders = Files.list(KEPT)) {
                List<String> known = targets().stream().map(WireTarget::name).toList();
                assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())).allMatch(known::contains);
            }
        }
    }
}
