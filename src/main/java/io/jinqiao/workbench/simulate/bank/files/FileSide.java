package io.jinqiao.workbench.simulate.bank.files;

import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.simulate.FileBehaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A shipped bank's side of its daily file of repayments: offers it, and takes what the centre says of it. */
public final class FileSide implements AutoCloseable {
    private static final int ENOUGH_TO_BE_CAUGHT = 4000;

    private final Habits habits;
    private final DevelopmentCertificates certificates;
    private final Tray tray;
    private final @Nullable SftpDoor door;
    private final Consumer<String> told;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulated-files");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger number = new AtomicInteger();
    private volatile Duration late = Duration.ofSeconds(5);

    private FileSide(Habits habits, DevelopmentCertificates certificates, Path root, int port, Consumer<String> told) {
        this.habits = habits;
        this.certificates = certificates;
        this.told = told;
        this.tray = new Tray(habits, root);
        this.door = habits.served()
                ? new SftpDoor(root, port, Habits.USER, certificates.ssh(habits.partner() + "-sftp").pair(), certificates.ssh(Habits.OUR_KEY).pair().getPublic())
                : null;
    }

    /**
     * @param home of the gateway; a bank that pushes puts its files below it
     * @param work folder of the bank; what its server serves lies there
     * @param port of the SFTP server, where there is one; 0: any
     * @param told a line for people, for every file either way
     * @return empty for a partner nobody wrote one for
     */
    public static Optional<FileSide> of(
            String partner, DevelopmentCertificates certificates, Path home, Path work, int port, Consumer<String> told) {
        return Optional.ofNullable(Habits.of(partner))
                .map(habits -> new FileSide(habits, certificates, habits.served() ? work.resolve("sftp") : home.resolve("files").resolve(partner), port, told));
    }

    public FileSide open() {
        if (door != null) {
            door.open();
        }
        later.scheduleWithFixedDelay(() -> tray.fresh().forEach(verdict -> told.accept(verdict.words())), 0, 300, TimeUnit.MILLISECONDS);
        return this;
    }

    /** The server; null for a bank that pushes. */
    public @Nullable SftpDoor door() {
        return door;
    }

    /** What a gateway has to be told to find it, by setting. */
    public Map<String, String> settings() {
        return door == null ? Map.of("jinqiao.files.open", "true") : Map.of(
                "jinqiao.files.open", "true",
                "jinqiao.files.keys." + Habits.OUR_KEY, certificates.ssh(Habits.OUR_KEY).file().toString(),
                habits.setting("_SFTP"), "localhost:" + door.port(),
                habits.setting("_SFTP_HOST_KEY"), door.hostKey());
    }

    /** A folder of the bank's, such as {@code out}. */
    public Path folder(String path) {
        return tray.folder(path);
    }

    /** Where signatures of files are agreed: what stands in a marker, from the hash. */
    public void signs(UnaryOperator<String> hashToMarker) {
        tray.signs(hashToMarker);
    }

    /** How long a late marker waits. */
    public void lateBy(Duration duration) {
        late = duration;
    }

    /** Offers an invented file as it is told. @return its name */
    public String offer(FileBehaviour behaviour, LocalDate day, int rows) {
        String fileNo = "SIM" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(java.util.Locale.ROOT) + number.incrementAndGet();
        Layout.Written file = habits.layout().write(Day.invented(fileNo, day, behaviour == FileBehaviour.REPLACED ? ENOUGH_TO_BE_CAUGHT : rows));
        switch (behaviour) {
            case MISSING_MARKER -> tray.unfinished(file);
            case LATE_MARKER -> {
                tray.unfinished(file);
                later.schedule(() -> tray.finish(file), late.toMillis(), TimeUnit.MILLISECONDS);
            }
            case HALF -> tray.put(new Layout.Written(file.name(), java.util.Arrays.copyOf(file.bytes(), file.bytes().length / 2), file.marker()));
            case REPLACED -> {
                byte[] other = habits.layout().write(Day.invented(fileNo, day.plusDays(1), ENOUGH_TO_BE_CAUGHT)).bytes();
                served().replaceOnceRead(tray.offered(file.name()), other);
                tray.put(file);
            }
            case OK -> tray.put(file);
            case NO_RIGHTS, WRONG_HOST_KEY -> throw new IllegalArgumentException(behaviour + " is of the server, not of a file");
        }
        told.accept("文件 / file " + file.name() + " → " + behaviour);
        return file.name();
    }

    /**
     * A loan of an invented file.
     *
     * @param before principal owed before the file's day, in fen
     */
    public record Owed(String accountNo, int instalment, LocalDate dueOn, long before) {}

    /** The loans an invented file of that day tells of. */
    public static List<Owed> owed(LocalDate day, int rows) {
        return Day.invented("", day, rows).rows().stream()
                .map(row -> new Owed(row.loanAccountNo(), row.term(), row.due(), row.balance() + row.paid().get(0) + row.paid().get(1)))
                .toList();
    }

    /** How the server treats whoever comes from now on. */
    public void behave(FileBehaviour behaviour) {
        boolean other = behaviour == FileBehaviour.WRONG_HOST_KEY;
        served().show(certificates.ssh(habits.partner() + (other ? "-sftp-other" : "-sftp")).pair());
        served().deny(behaviour == FileBehaviour.NO_RIGHTS ? Set.of("") : Set.of());
    }

    private SftpDoor served() {
        if (door == null) {
            throw new IllegalArgumentException(habits.partner() + " pushes its files: it has no server");
        }
        return door;
    }

    /** What the centre said so far. */
    public List<Verdict> verdicts() {
        tray.fresh().forEach(verdict -> told.accept(verdict.words()));
        return tray.all();
    }

    @Override
    public void close() {
        later.shutdownNow();
        if (door != null) {
            door.close();
        }
    }
}
