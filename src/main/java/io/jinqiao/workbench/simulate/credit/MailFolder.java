package io.jinqiao.workbench.simulate.credit;

import io.jinqiao.workbench.simulate.credit.report.Feedback;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The institution's front-end machine as two folders: {@code in} for files, {@code out} for feedback; what was read lies in {@code read}. How files really
 * travel to the Center is not public. A name that ends with {@code .part} is not looked at, and a file only when it did not grow between two looks.
 */
final class MailFolder {
    private final Path in;
    private final Path out;
    private final Path read;
    private final ReportingDesk desk;
    private final Consumer<String> told;
    private final Map<Path, Long> sizes = new HashMap<>();

    MailFolder(Path folder, ReportingDesk desk, Consumer<String> told) throws IOException {
        this.in = Files.createDirectories(folder.resolve("in"));
        this.out = Files.createDirectories(folder.resolve("out"));
        this.read = Files.createDirectories(folder.resolve("read"));
        this.desk = desk;
        this.told = told;
    }

    /** Takes what has arrived whole. */
    synchronized void look() throws IOException {
        List<Path> there;
        try (Stream<Path> files = Files.list(in)) {
            there = files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".part")).sorted().toList();
        }
        sizes.keySet().retainAll(there);
        for (Path file : there) {
            long size = Files.size(file);
            Long before = sizes.put(file, size);
            if (before != null && before == size) {
                take(file);
            }
        }
    }

    private void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<Feedback> answers = desk.deliver(name, Files.readAllBytes(file));
        Files.move(file, read.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        sizes.remove(file);
        told.accept(name + " → " + (answers.isEmpty() ? "（无反馈 / no feedback）" : answers.get(0).name() + " " + answers.get(0).summary()));
        put(answers);
    }

    /** Feedback that comes twice stands there twice. */
    synchronized void put(List<Feedback> answers) throws IOException {
        for (int i = 0; i < answers.size(); i++) {
            Path file = out.resolve(answers.get(i).name() + (i == 0 ? "" : "-again") + ".txt");
            Path part = Files.write(out.resolve(file.getFileName() + ".part"), desk.wrapped(answers.get(i)));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
