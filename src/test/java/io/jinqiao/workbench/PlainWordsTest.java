package io.jinqiao.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.io.TempDir;
import java.util.List;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.io.StringWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlainWordsTest {

    /** A process that is told to stop, and whose command fails because of it. */
    static final class ToldToStop {
        public static void main(String[] args) {
            CountDownLatch underWay = new CountDownLatch(1);
            CountDownLatch said = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                underWay.countDown();
                await(said);
            }));
            new Thread(() -> System.exit(130)).start();
            await(underWay);
            new PlainWords().handleExecutionException(new IllegalStateException("gone"), Workbench.commands(), null);
            said.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Timeout(300)
    void oneSentenceAndNoTraceWhenACommandIsStopped() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstderr.encoding=UTF-8", "-Dfile.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8",
                        "-cp", System.getProperty("java.class.path"), ToldToStop.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(said).contains("Stopped before all was done.").doesNotContain("\tat ", "gone");
    }

    @Test
    void theDemonstrationNamesTheOptionWhenAPortIsTakenAndTouchesNothing(@TempDir Path home) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (String option : List.of("--port", "--partners-port")) {
                StringWriter said = new StringWriter();
                int code = Workbench.commands()
                        .setErr(new PrintWriter(said))
                        .execute("demo", "--once", "--home", home.toString(), option, "" + other.getLocalPort(), option.equals("--port") ? "--partners-port" : "--port", "0");
                assertThat(code).isEqualTo(1);
                assertThat(said.toString()).contains("" + other.getLocalPort(), option, "占用").doesNotContain("jinqiao.partners.port", "\tat ");
            }
        }
        assertThat(home).isEmptyDirectory();
    }
}
