package io.jinqiao;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.PortTaken;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What the person at the terminal reads when a port is taken. */
class PortTakenAnalyzerTest {
    private final PortTakenAnalyzer analyzer = new PortTakenAnalyzer();

    @Test
    void namesThePartnersPortAndItsSetting() {
        var said = analyzer.analyze(new IllegalStateException("bean", new PortTaken("0.0.0.0", 8443, "jinqiao.partners.port")));
        assertThat(said.getDescription()).contains("8443").contains("jinqiao.partners.port").contains("占用");
    }

    @Test
    void namesTheConsolesPortAndItsSetting() {
        var said = analyzer.analyze(new IllegalStateException("web server", new PortInUseException(8080)));
        assertThat(said.getDescription()).contains("8080").contains("server.port");
    }

    @Test
    void saysNothingAboutOtherFailures() {
        assertThat(analyzer.analyze(new IllegalStateException("else"))).isNull();
    }

    @Test
    void isAskedBySpring() {
        assertThat(SpringFactoriesLoader.loadFactoryNames(FailureAnalyzer.class, getClass().getClassLoader()))
                .contains(PortTakenAnalyzer.class.getName());
    }
}
