package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/bad-input.md} names a test for each of its rows, and each is there. */
class BadInputTest {
    private final String page = Sources.text("docs/bad-input.md");

    @Test
    void everyTestThePageNamesIsThere() {
        assertThat(PromisesPage.missing(page)).isEmpty();
    }

    @Test
    void everyRowNamesATest() {
        List<String> rows = rows(page);
        assertThat(rows).hasSizeGreaterThan(40).allSatisfy(row -> assertThat(PromisesPage.named(row)).as(row).isNotEmpty());
    }

    @Test
    void wouldNoticeARowWithoutATest() {
        assertThat(rows("| what comes | what happens | test |\n|---|---|---|\n| rain | we get wet | – |\n"))
                .singleElement()
                .satisfies(row -> assertThat(PromisesPage.named(row)).isEmpty());
    }

    /** Lines of tables, without their heads: a head stands above its rule. */
    private static List<String> rows(String page) {
        List<String> lines = page.lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("| ") && !line.endsWith("| test |"))
                .toList();
    }
}
