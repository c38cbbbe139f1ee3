package io.jinqiao.adapter.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.adapter.Gateway;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.message.Outcome;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped template over a real directory. */
class DropChannelTest {
    private static final Path TEMPLATE = Path.of("routes/channels/drop-in.camel.yaml");
    private static final int LIMIT = 100;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final List<WireRequest> received = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void open() throws Exception {
        camel.start();
        PluginHelper.getRoutesLoader(camel).loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource("file:" + TEMPLATE.toAbsolutePath()));
        camel.getRegistry().bind("drop-regular-goldcity", new WholeFiles(Clock.systemUTC()));
        camel.getRegistry().bind("drop-courier-goldcity", new DropCourier("goldcity", LIMIT, new Door()));
        camel.addRouteFromTemplate("drop", "drop-in", Map.of("partner", "goldcity", "directory", directory.toString()));
    }

    @AfterEach
    void close() {
        camel.stop();
    }

    @Test
    void takesAWholeFileUpAndAnswersByAFile() throws Exception {
        drop("Biz371302230615000128.xml", "<Message/>");

        await().atMost(LONG).until(() -> Files.exists(directory.resolve("done/Biz371302230615000128.xml")));

        assertThat(directory.resolve("RepMsg/Rep371302230615000128.xml")).hasContent("answer to <Message/>");
        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.partner()).isEqualTo("goldcity");
            assertThat(request.truncated()).isFalse();
            assertThat(request.peer()).isEmpty();
        });
        assertThat(directory.resolve("BizMsg")).isEmptyDirectory();
    }

    @Test
    void aFileThatWasWrittenToJustNowWaits() throws Exception {
        Path file = Files.writeString(directory.resolve("Biz7.xml"), "<Mess");
        Instant written = Instant.parse("2026-11-29T08:00:00Z");
        Files.setLastModifiedTime(file, FileTime.from(written));
        GenericFile<File> seen = new GenericFile<>();
        seen.setFile(file.toFile());
        assertThat(Stream.of(0, 1, 2, 60, -3600).map(seconds -> new WholeFiles(Clock.fixed(written.plusSeconds(seconds), ZoneOffset.UTC)).accept(seen)))
                .as("another machine's clock may be ahead").containsExactly(false, false, true, true, true);
    }

    @Test
    void seesNoFileBeforeItHasItsName() throws Exception {
        Path half = Files.createDirectories(directory.resolve("BizMsg")).resolve("Biz1.xml.tmp");
        Files.writeString(half, "<Mess");
        drop("Biz2.xml", "<Message/>");

        await().atMost(LONG).until(() -> Files.exists(directory.resolve("done/Biz2.xml")));
        assertThat(received).hasSize(1);
        assertThat(half).exists();

        Files.move(half, half.resolveSibling("Biz1.xml"), StandardCopyOption.ATOMIC_MOVE);
        await().atMost(LONG).until(() -> Files.exists(directory.resolve("RepMsg/Rep1.xml")));
    }

    @Test
    void leavesALinkWhereItLies() throws Exception {
        Path own = Files.writeString(directory.resolve("own.txt"), "of the centre alone");
        Path link = Files.createSymbolicLink(Files.createDirectories(directory.resolve("BizMsg")).resolve("Biz1.xml"), own);
        drop("Biz2.xml", "<Message/>");
        await().atMost(LONG).until(() -> Files.exists(directory.resolve("done/Biz2.xml")));
        assertThat(received).hasSize(1);
        assertThat(link).isSymbolicLink();
    }

    @Test
    void readsNoMoreOfALongFileThanItsLimit() throws Exception {
        drop("Biz3.xml", "x".repeat(LIMIT * 50));
        await().atMost(LONG).until(() -> Files.exists(directory.resolve("done/Biz3.xml")));
        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.truncated()).isTrue();
            assertThat(request.body()).hasSize(LIMIT);
        });
    }

    private void drop(String name, String text) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("BizMsg"));
        Path half = Files.writeString(folder.resolve(name + ".tmp"), text);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private final class Door implements Gateway {
        @Override
        public WireAnswer receive(WireRequest request) {
            received.add(request);
            String answer = "answer to " + new String(request.body(), StandardCharsets.UTF_8);
            return new WireAnswer(200, Map.of(), answer.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Outcome post(Outcome outcome) {
            return outcome;
        }
    }
}
