package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PromisesTest {

    @Test
    void everyTestThatHoldsAPromiseIsThere() {
        assertThat(PromisesPage.missing(Sources.text("docs/promises.md"))).isEmpty();
    }

    @Test
    void everyPromiseHasATest() {
        String page = Sources.text("docs/promises.md");
        String[] promises = page.split("\n## ");

        assertThat(promises).hasSize(8);
        for (int i = 1; i < promises.length; i++) {
            assertThat(promises[i]).startsWith(i + ". ");
            assertThat(PromisesPage.named(promises[i])).as("tests of promise " + i).isNotEmpty();
        }
    }

    @Test
    void everyRowOfTheTablesNamesATest() {
        assertThat(Sources.text("docs/promises.md").lines()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| it ") && !Pattern.matches("\\|[-|]+", line))
                        .filter(line -> PromisesPage.named(line).isEmpty()))
                .isEmpty();
    }

    @Test
    void wouldNoticeATestThatIsGone() {
        assertThat(PromisesPage.missing("`house/PromisesTest#neverWritten` `house/NowhereTest` `house/PromisesTest`"
                        + " `house/PromisesTest#wouldNoticeATestThatIsGone`"))
                .containsExactly("house/PromisesTest#neverWritten", "house/NowhereTest");
    }
}
