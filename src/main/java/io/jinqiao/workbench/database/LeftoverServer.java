package io.jinqiao.workbench.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived the process that started it (killed with SIGKILL): it still holds our data folder. */
final class LeftoverServer {
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
        server.get().destroy();
        try {
            server.get().onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("another PostgreSQL (process " + server.get().pid() + ") uses " + data
                    + " and does not stop; stop the other gateway first", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
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
