package io.jinqiao.workbench.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the process that started it (killed with SIGKILL): it still holds our data folder. */
final class LeftoverServer {
    /** Rolling back and writing down what a large file changed takes its time. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private LeftoverServer() {}

    /**
     * Stops the server whose {@code postmaster.pid} lies in {@code data}, if it runs and its owner is gone.
     *
     * @throws IllegalStateException when its owner lives
     */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> server = running(data);
        if (server.isEmpty()) {
            return;
        }
        refuseWhileOwned(data);
        fastShutdown(server.get());
        Patience patience = new Patience("等待上次被强行终止的数据库停止 / waiting for the database of a killed process to stop", LONGEST);
        try {
            server.get().onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("another PostgreSQL (process " + server.get().pid() + ") uses " + data
                    + " and does not stop; stop the other gateway first", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            patience.close();
        }
    }

    /** Whoever asks it politely is waited for by it until every statement is done, also those nobody reads the result of; this way they are rolled back. */
    private static void fastShutdown(ProcessHandle server) throws IOException {
        Process kill = new ProcessBuilder("kill", "-INT", "" + server.pid()).redirectErrorStream(true).start();
        try {
            if (kill.waitFor() != 0) {
                server.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a server ended here without having cleaned up: the next one recovers first, for as long as there is to do. */
    static boolean crashed(Path data) {
        return Files.exists(data.resolve("postmaster.pid")) && running(data).isEmpty();
    }

    /** The library holds this file locked as long as the process that started the server lives. */
    private static void refuseWhileOwned(Path data) throws IOException {
        try (FileChannel file = FileChannel.open(data.resolve("epg-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("another gateway runs on " + data);
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("this process already runs a server on " + data, e);
        }
    }

    /** The server on this folder, if it runs. */
    static Optional<ProcessHandle> running(Path data) {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(LeftoverServer::isPostgres);
    }

    /** A process number may have been given to something else since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
    }
}
