package io.jinqiao;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What the person at the terminal reads when the gateway cannot start and they can put it right. */
class StartRefusedAnalyzerTest {
    private final StartRefusedAnalyzer analyzer = new StartRefusedAnalyzer();

    @Test
    void namesEveryPlaceInADataFile() {
        var said = analyzer.analyze(new IllegalStateException("bean", new RulebookException(List.of(
                new RuleProblem("adapters/some/adapter.yaml", 3, 1, "", "not YAML", null),
                new RuleProblem("rules/deadlines.yaml", 7, 2, "limits[0]", "unknown", "known: a, b")))));
        assertThat(said.getDescription()).contains("adapters/some/adapter.yaml:3:1", "rules/deadlines.yaml:7:2", "known: a, b", "数据文件有误");
    }

    @Test
    void tellsADatabaseThatIsNotThereOrLetsNobodyIn() {
        for (String state : List.of("08001", "28P01", "3D000", "57P03")) {
            var said = analyzer.analyze(new IllegalStateException("bean", new SQLException("refused", state)));
            assertThat(said.getDescription()).contains("refused", "数据库无法连接");
            assertThat(said.getAction()).contains("spring.datasource.url");
        }
    }

    @Test
    void saysNothingAboutOtherFailures() {
        assertThat(analyzer.analyze(new IllegalStateException("else"))).isNull();
        assertThat(analyzer.analyze(new SQLException("a mistake of ours", "42601"))).isNull();
        assertThat(analyzer.analyze(new SQLException("without a state"))).isNull();
    }

    @Test
    void isAskedBySpring() {
        assertThat(SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, getClass().getClassLoader()))
                .contains(StartRefusedAnalyzer.class.getName());
    }
}
