package io.jinqiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class StartCheckTest {

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> StartCheck.requireSettings(new MockEnvironment()))
                .isInstanceOf(SettingsMissing.class)
                .hasMessageContaining("spring.datasource.url")
                .hasMessageContaining("jinqiao.keys.<alias>.path")
                .hasMessageContaining("jinqiao.trust.anchors");
    }

    @Test
    void namesTheFileThatIsNotThere(@TempDir Path folder) throws IOException {
        MockEnvironment settings = complete(folder)
                .withProperty("jinqiao.keys.sign.path", folder.resolve("gone.p12").toString());
        assertThat(StartCheck.missing(settings))
                .containsExactly("jinqiao.keys.sign.path: no readable file " + folder.resolve("gone.p12"));
    }

    @Test
    void isContentWhenNothingIsMissing(@TempDir Path folder) throws IOException {
        assertThat(StartCheck.missing(complete(folder))).isEmpty();
    }

    private static MockEnvironment complete(Path folder) throws IOException {
        String key = Files.createFile(folder.resolve("sign.p12")).toString();
        String root = Files.createFile(folder.resolve("root.pem")).toString();
        return new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/jinqiao")
                .withProperty("jinqiao.keys.sign.path", key)
                .withProperty("jinqiao.trust.anchors", root);
    }
}
