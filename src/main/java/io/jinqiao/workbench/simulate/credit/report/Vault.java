package io.jinqiao.workbench.simulate.credit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was taken, a file each in the order it came: the ledger is what follows from them, so nothing else has to be kept but feedback that waits. */
final class Vault {
    private final Path folder;
    private final Path late;
    private int count;

    private Vault(Path folder) {
        this.folder = folder;
        this.late = folder.resolve("late");
    }

    static Vault opened(Path folder, Intake intake) {
        Vault vault = new Vault(folder);
        try {
            Files.createDirectories(vault.late);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                    vault.remember(file, intake);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vault;
    }

    private void remember(Path file, Intake intake) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString();
        count = Integer.parseInt(name.substring(0, name.indexOf('-')));
        String sent = SentName.stem(name.substring(name.indexOf('-') + 1));
        FileHead head = lines.isEmpty() ? null : FileHead.read(lines.get(0)).orElse(null);
        if (head == null) {
            intake.remember(sent);
        } else {
            intake.remember(sent, head, lines.subList(1, lines.size()));
        }
    }

    /** Feedback that nobody fetched yet. */
    List<Feedback> waiting() {
        try (Stream<Path> files = Files.list(late)) {
            List<Feedback> waiting = new ArrayList<>();
            for (Path file : files.filter(f -> !f.toString().endsWith(".part")).sorted().toList()) {
                waiting.add(new Feedback(file.getFileName().toString(), Files.readString(file)));
            }
            return waiting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name made of one that was hostile is not kept either. */
    void keepWaiting(Feedback feedback) {
        if (feedback.name().matches("[A-Za-z0-9]+")) {
            write(late.resolve(feedback.name()), feedback.text());
        }
    }

    void released(List<Feedback> gone) {
        try {
            for (Feedback feedback : gone) {
                Files.deleteIfExists(late.resolve(SentName.stem(feedback.name()).replace('/', '_')));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that is none is not kept: it could be a path. */
    void keep(Parcel parcel, List<String> taken) {
        SentName name = parcel.sentName().orElse(null);
        if (name == null) {
            return;
        }
        List<String> lines = new ArrayList<>(List.of(parcel.firstLine()));
        lines.addAll(taken);
        Path file = folder.resolve(String.format("%08d-%s.txt", ++count, name.stem()));
        write(file, taken.isEmpty() ? "" : String.join("\n", lines) + "\n");
    }

    /** Whole or not at all. */
    private static void write(Path file, String text) {
        try {
            Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
