package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Makes the golden bytes anew, {@code mvn test -Dtest=WriteHandMade -Djinqiao.write-samples=true}; their signatures are never the same twice. */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteHandMade {

    @ParameterizedTest
    @EnumSource(HandMade.class)
    void writesTheGoldenBytes(HandMade peer) throws Exception {
        Path file = Path.of("src/test/resources" + peer.golden());
        Files.createDirectories(file.getParent());
        Files.write(file, peer.request(peer.sign()));
        assertThat(file).isNotEmptyFile();
    }
}
