package io.jinqiao.workbench.development;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link GatewayProcess} seen from outside. */
public final class RunningGateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CHATTER = 40;

    private final Process process;
    private final Queue<String> chatter = new ArrayDeque<>();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private RunningGateway(Process process) {
        this.process = process;
        Thread listener = new Thread(this::listen, "gateway-" + process.pid());
        listener.setDaemon(true);
        listener.start();
    }

    /** @param configurations further configuration classes of the process */
    public static RunningGateway start(
            Map<String, Object> settings, List<Class<?>> configurations, List<String> options, Path log) {
        List<String> arguments = new ArrayList<>();
        if (!configurations.isEmpty()) {
            arguments.add("--with=" + String.join(",", configurations.stream().map(Class::getName).toList()));
        }
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new RunningGateway(JavaProcess.of(GatewayProcess.class.getName())
                .options(options.toArray(String[]::new))
                .arguments(arguments)
                .start(log));
    }

    private void listen() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready ") || line.startsWith("at ")) {
                    said.add(line);
                } else {
                    keep(line);
                }
            }
        } catch (IOException e) {
            // the process was killed while we read: its end is the answer
        } finally {
            said.add("end");
        }
    }

    private synchronized void keep(String line) {
        chatter.add(line);
        if (chatter.size() > CHATTER) {
            chatter.remove();
        }
    }

    /** What the process said last besides its words, such as why it did not start. */
    public synchronized String chatter() {
        return String.join("\n", chatter);
    }

    /** The next word of the process: {@code ready <port>}, {@code at <point>} or {@code end}; empty text after the time-out. */
    public String awaitWord(Duration timeout) throws InterruptedException {
        String word = said.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return word == null ? "" : word;
    }

    /** @throws IllegalStateException when the process ends or says nothing in time */
    public RunningGateway awaitReady(Duration timeout) throws InterruptedException {
        String word = awaitWord(timeout);
        if (!word.startsWith("ready")) {
            kill();
            throw new IllegalStateException("the gateway process did not start: " + (word.isEmpty() ? "time-out" : word) + "\n" + chatter());
        }
        return this;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGKILL, and waits for the end. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets the process end by itself. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    /** @param patience after this it is killed */
    public void close(Duration patience) {
        try {
            process.outputWriter().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
