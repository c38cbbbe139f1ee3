package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.PackVerdict.Outcome;
import io.jinqiao.evidence.PackVerdict.Step;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the verifier of a pack ends with, and what it says on a terminal. */
class PackVerdictTest {
    private static final Step GOOD = new Step("01", Check.LINK, Outcome.OK, PackReason.HOLDS, "n1 1");
    private static final Step OPEN = new Step("pack", Check.STATEMENT, Outcome.NOT_CHECKED, PackReason.STATEMENT_ABSENT, "");
    private static final Step BAD = new Step("01", Check.SIGNATURE, Outcome.REFUSED, PackReason.SIGNATURE_INVALID, "");

    @Test
    void isCompleteOnlyWhenEveryStepHolds() {
        assertThat(verdict(GOOD)).matches(PackVerdict::complete).matches(verdict -> verdict.exitCode() == 0);
        assertThat(verdict(GOOD, OPEN)).matches(verdict -> !verdict.complete()).matches(verdict -> verdict.exitCode() == 2);
    }

    @Test
    void isRefusedForOneRefusedStepWhateverElseHolds() {
        assertThat(verdict(GOOD, BAD, OPEN)).matches(PackVerdict::refused).matches(verdict -> verdict.exitCode() == 1);
        assertThat(verdict(GOOD, OPEN)).matches(verdict -> !verdict.refused());
    }

    @Test
    void saysEveryStepWithItsDetailAndWhatFollowsInEnglish() {
        assertThat(verdict(GOOD, BAD).text(Locale.ENGLISH)).isEqualToNormalizingNewlines("""
                01    ok           link: %s (n1 1)
                01    REFUSED      signature: %s
                Conclusion: refused
                """.formatted(PackReason.HOLDS.text(Locale.ENGLISH), PackReason.SIGNATURE_INVALID.text(Locale.ENGLISH)));
        assertThat(verdict(GOOD).text(Locale.ENGLISH)).endsWith("Conclusion: everything was checked and holds" + System.lineSeparator());
        assertThat(verdict(OPEN).text(Locale.ENGLISH))
                .endsWith("Conclusion: nothing is wrong, but not everything could be checked" + System.lineSeparator());
    }

    @Test
    void saysTheSameInChinese() {
        assertThat(verdict(GOOD).text(Locale.CHINESE)).contains("通过").endsWith("结论：全部核验通过" + System.lineSeparator());
        assertThat(verdict(BAD).text(Locale.CHINESE)).endsWith("结论：不通过" + System.lineSeparator());
        assertThat(verdict(OPEN).text(Locale.CHINESE)).endsWith("结论：未发现不符，但核验不完整" + System.lineSeparator());
    }

    private static PackVerdict verdict(Step... steps) {
        return new PackVerdict(List.of(steps));
    }
}
