package io.jinqiao.repayment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loans at two banks go their way; what banks tell of it comes late, twice, in whatever order and two at a time. At no moment does the ledger say what is not so, and in the end it
 * says all that is. {@code -Djinqiao.repayment.sequences=500} tries as many; a failure names the seed of its sequence ({@code -Djinqiao.repayment.seed}).
 */
class TrueNewsTest {
    private static final int SEQUENCES = Integer.getInteger("jinqiao.repayment.sequences", 6);
    private static final long SEED = Long.getLong("jinqiao.repayment.seed", 1);

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverOrderTrueNewsComesInTheLedgerEndsAsItReallyWent(boolean crossing) throws IOException {
        run(crossing, false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLedgerEndsAsItReallyWentThoughRowsAreRefusedAndMistakenAndPayoutsComeBack(boolean crossing) throws IOException {
        run(crossing, true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsPaidTwiceOrForgottenByItsBankIsADifferenceOfJustThatAmount(boolean crossing) throws IOException {
        for (long seed = SEED; seed < SEED + SEQUENCES / 2; seed++) {
            run(seed, crossing, false, true);
        }
    }

    private void run(boolean crossing, boolean wide) throws IOException {
        for (long seed = SEED; seed < SEED + SEQUENCES / 2; seed++) {
            run(seed, crossing, wide, false);
        }
    }

    /** Sequences that ended wrong once. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({"37, a case ends though what a result told of a later day was taken out"})
    void onceWentWrong(long seed, String what) throws IOException {
        run(seed, false, false, false);
    }

    private void run(long seed, boolean crossing, boolean wide, boolean doubled) throws IOException {
        try (TrueNews news = new TrueNews(home.resolve(seed + "" + crossing + wide + doubled), seed, crossing, wide, doubled)) {
            news.run();
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError((wide ? "wide sequence" : doubled ? "doubled sequence" : "sequence") + " of seed " + seed + (crossing ? ", two at a time" : ""), failed);
        }
    }

    /** What the ledger is held against must not lean on the product. */
    @Test
    void theTruthUsesNoneOfTheProductsClasses() throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/io/jinqiao/repayment/truth/TrueDebt.java"));
        assertThat(source.stream().filter(line -> line.startsWith("import io.jinqiao."))).isEmpty();
    }
}
