package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.Transport.Crossing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dropped for a partner, and when it surely never left. */
class DropBoxTest {
    private static final int LIMIT = 40;

    @TempDir
    Path directory;

    private Passage passage;

    @BeforeEach
    void begin() {
        passage = Passage.begin(Duration.ZERO);
    }

    @AfterEach
    void end() {
        Passage.end();
    }

    @Test
    void aFileHasItsNameWhenAllOfItIsThere() throws Exception {
        box().process(exchange("01ABC", "<Message/>"));
        assertThat(directory.resolve("BizMsg/Biz01ABC.xml")).hasContent("<Message/>");
        assertThat(directory.resolve("BizMsg")).isDirectoryNotContaining("glob:**.tmp");
        assertThat(passage.left).isTrue();
        assertThat(passage.answer).isNull();
    }

    @Test
    void nothingLeftWhereNoFileCanBeWritten() throws Exception {
        Files.writeString(directory.resolve("BizMsg"), "a file where the directory should be");
        assertThatThrownBy(() -> box().process(exchange("1", "<Message/>"))).isInstanceOf(IOException.class);
        assertThat(passage.left).isFalse();
    }

    @Test
    void anAnswerIsReadUpToItsLimitAndStaysWhereItLies() throws Exception {
        answer("Rep1.xml", "<respond/>");
        answer("Rep2.xml", "x".repeat(LIMIT + 1));
        box().process(exchange("1", "<Message/>"));
        assertThat(new String(passage.answer.body(), StandardCharsets.UTF_8)).isEqualTo("<respond/>");
        assertThat(box().look("2")).isInstanceOfSatisfying(Crossing.Answer.class, big -> {
            assertThat(big.truncated()).isTrue();
            assertThat(big.body()).hasSize(LIMIT);
        });
        assertThat(box().look("1")).isInstanceOf(Crossing.Answer.class);
        assertThat(box().look("3")).isInstanceOf(Crossing.Silence.class);
    }

    @Test
    void anAnswerThatIsStillBeingWrittenOrIsEmptyDoesNotLieThere() throws Exception {
        answer("Rep4.xml", "");
        assertThat(box().look("4")).isInstanceOf(Crossing.Silence.class);
        answer("Rep5.xml", "<respond>");
        DropBox watched = new DropBox(directory, LIMIT, () -> grow("Rep5.xml", "</respond>"));
        assertThat(watched.look("5")).as("it grew between two looks").isInstanceOf(Crossing.Silence.class);
        assertThat(box().look("5")).isInstanceOfSatisfying(Crossing.Answer.class, whole -> assertThat(new String(whole.body(), StandardCharsets.UTF_8)).isEqualTo("<respond></respond>"));
    }

    private void grow(String name, String rest) {
        try {
            Files.writeString(directory.resolve("RepMsg").resolve(name), rest, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void noLinkIsFollowedNeitherToReadNorToWrite() throws Exception {
        Path own = Files.writeString(directory.resolve("own.txt"), "of the centre alone");
        Files.createSymbolicLink(Files.createDirectories(directory.resolve("RepMsg")).resolve("Rep7.xml"), own);
        assertThat(box().look("7")).isInstanceOf(Crossing.Silence.class);
        Files.createSymbolicLink(Files.createDirectories(directory.resolve("BizMsg")).resolve("Biz8.xml.tmp"), own);
        assertThatThrownBy(() -> box().process(exchange("8", "<Message/>"))).isInstanceOf(IOException.class);
        assertThat(passage.left).isFalse();
        assertThat(own).hasContent("of the centre alone");
    }

    @Test
    void aNumberIsNoPath() {
        assertThatThrownBy(() -> box().process(exchange("../../x", "<Message/>"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(passage.left).isFalse();
    }

    private DropBox box() {
        return new DropBox(directory, LIMIT);
    }

    private void answer(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(directory.resolve("RepMsg")).resolve(name), text);
    }

    private static Exchange exchange(String number, String text) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(DropBox.NUMBER, number);
        exchange.getMessage().setBody(text.getBytes(StandardCharsets.UTF_8));
        return exchange;
    }
}
