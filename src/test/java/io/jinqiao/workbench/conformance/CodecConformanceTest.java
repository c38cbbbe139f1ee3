package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.MemoryFolders;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecConformanceTest {

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void everyShippedFolderConforms(String partner) {
        List<Result> results = Conformance.of(new MemoryFolders(), partner, result -> {}).codec().results();
        assertThat(results.stream().filter(Result::failed).map(CodecConformanceTest::words)).isEmpty();
        assertThat(results.stream().filter(Result::passed).count()).isGreaterThan(1000);
    }

    private static String words(Result result) {
        Finding finding = ((Outcome.Failed) result.outcome()).finding();
        return result.trial().name() + ": expected " + finding.expected() + ", found " + finding.found();
    }
}
