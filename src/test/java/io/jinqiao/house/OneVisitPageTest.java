package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Words;
import io.jinqiao.mortgage.model.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/one-visit.md} tells of routes, tests and reasons that are there. */
class OneVisitPageTest {
    private final String page = Sources.text("docs/one-visit.md");

    @Test
    void everyTestItNamesIsThere() {
        assertThat(PromisesPage.missing(page)).isEmpty();
    }

    @Test
    void everyArrowOfThePictureIsDrawnFromARouteThatExists() {
        Matcher routes = Pattern.compile("data-route=\"([a-z-]+)\"").matcher(Sources.text("docs/one-visit.svg"));
        List<String> named = routes.results().map(result -> result.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(10).allMatch(route -> Files.exists(Path.of("routes/" + route + ".camel.yaml")));
    }

    @Test
    void everyReasonToWaitIsExplained() {
        assertThat(Arrays.stream(Wait.values()).map(wait -> "| `" + Words.of(wait) + "` |")).allMatch(page::contains);
        String chinese = Sources.text("docs/one-visit.zh-CN.md");
        assertThat(Arrays.stream(Wait.values()).map(wait -> "| `" + Words.of(wait) + "` |")).as("the Chinese twin").allMatch(chinese::contains);
    }
}
