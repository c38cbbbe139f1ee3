package io.jinqiao.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import java.io.IOException;
import java.util.EnumSet;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDataTest {
    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void theExampleOfEachShippedFolderIsReadAndShowsEveryPlay(String partner) throws IOException {
        TestData data = read(Files.readString(Path.of("adapters", partner, "testdata.example.yaml")));
        for (TestData.Play play : TestData.Play.values()) {
            assertThat(data.played(play)).as(play.name()).isNotEmpty();
        }
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsLine() {
        String text = """
                format: 1
                agreed: a letter
                cases:
                  - {name: one, operation: loan-application, play: good, content: {a: "b"}}
                  - {name: one, operation: decision-notice, play: good, content: {noticeNo: "N1"}}
                  - {name: two, operation: nosuch, play: good, content: {a: "b"}}
                """;
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(RulebookException.class, wrong -> assertThat(wrong.problems().toString())
                        .contains("testdata.yaml:4:28", "the centre does not begin 'loan-application'", "a case of this name", "applicationNo", "unknown operation", "\"nosuch\"", "testdata.yaml:6"));
    }

    @Test
    void theRealTestDataNeverGetsIntoAPackage() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<exclude>*/testdata.yaml</exclude>");
        assertThat(Files.readString(Path.of(".gitignore"))).contains("/adapters/*/testdata.yaml");
    }

    private static TestData read(String text) throws IOException {
        return TestData.read(Source.of("testdata.yaml", text), Schema.of(Source.of("schema", Files.readString(Path.of("adapters/_schema/testdata.schema.json")))), EnumSet.allOf(Operation.class));
    }
}
