package io.jinqiao.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule by itself; {@link JarContentsIT} holds the assembled jar to it. */
class JarContentsTest {

    @Test
    void wouldNoticeEveryStranger() {
        List<String> entries = List.of(
                "BOOT-INF/classes/io/jinqiao/workbench/Workbench.class",
                "com/github/tomakehurst/wiremock/WireMockServer.class",
                "io/zonky/test/db/postgres/embedded/EmbeddedPostgres.class",
                "postgres-linux-x86_64.txz",
                "org/apache/sshd/server/SshServer.class",
                "BOOT-INF/classes/io/jinqiao/Jinqiao.class");

        assertThat(JarContents.strangers(entries))
                .containsExactly(
                        "Apache SSHD", "WireMock", "embedded PostgreSQL", "embedded PostgreSQL's binaries", "the workbench");
    }

    @Test
    void letsTheGatewayPass() {
        assertThat(JarContents.strangers(List.of(
                        "BOOT-INF/classes/io/jinqiao/Jinqiao.class",
                        "BOOT-INF/classes/routes/loan-application.camel.yaml",
                        "org/postgresql/Driver.class")))
                .isEmpty();
    }
}
