package io.jinqiao.workbench.simulate.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registry's side of two directories: takes up what the centre drops and answers beside it, drops results and reads what the centre says of them. */
public final class NationalFiles {
    private final NationalDesk desk;
    private final NationalWire wire;
    private final Supplier<Map<String, byte[]>> results;
    private final Path in;
    private final Path out;

    NationalFiles(NationalDesk desk, NationalWire wire, Supplier<Map<String, byte[]>> results, Path in, Path out) {
        this.desk = desk;
        this.wire = wire;
        this.results = results;
        this.in = in;
        this.out = out;
    }

    /** Answers every application that lies there whole. @return names of what was taken up */
    public List<String> takeUp() throws IOException {
        Path folder = Files.createDirectories(out.resolve("BizMsg"));
        List<Path> files;
        try (Stream<Path> lying = Files.list(folder)) {
            files = lying.filter(file -> file.getFileName().toString().matches("Biz.*[.]xml")).sorted().toList();
        }
        for (Path file : files) {
            Packet answer = desk.take(new Packet("", "", Files.readAllBytes(file))).packet();
            Path done = Files.createDirectories(out.resolve("done")).resolve(file.getFileName());
            if (answer != null) {
                put(out.resolve("RepMsg"), file.getFileName().toString().replaceFirst("^Biz", "Rep"), answer.body());
            }
            Files.move(file, done, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    /** Begins its answers under their last names, and stops after the first bytes. @return names of what it answers so */
    public List<String> begin() throws IOException {
        List<String> lying;
        try (Stream<Path> files = Files.list(Files.createDirectories(out.resolve("BizMsg")))) {
            lying = files.map(file -> file.getFileName().toString()).filter(name -> name.matches("Biz.*[.]xml")).toList();
        }
        for (String name : lying) {
            Files.writeString(Files.createDirectories(out.resolve("RepMsg")).resolve(name.replaceFirst("^Biz", "Rep")), "<respond><Biz");
        }
        return lying;
    }

    /** A working day passes; what was entered is dropped. @return numbers of what was */
    public List<String> nextDay() throws IOException {
        Map<String, byte[]> day = new LinkedHashMap<>(results.get());
        for (Map.Entry<String, byte[]> one : day.entrySet()) {
            put(in.resolve("BizMsg"), "Biz" + one.getKey() + ".xml", one.getValue());
        }
        return List.copyOf(day.keySet());
    }

    /** What the centre said of a result: {@code 1} taken; null: nothing yet, or nothing that is the centre's. */
    public @Nullable String heard(String number) throws IOException {
        Path file = in.resolve("RepMsg/Rep" + number + ".xml");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            NationalWire.Heard heard = wire.hear(Files.readAllBytes(file), false);
            return heard.verified() && heard.id().equals(number) ? heard.flag() : null;
        } catch (NotUnderstood unreadable) {
            return null;
        }
    }

    /** Whatever lies there as the answer to a file; empty when nothing does. */
    public String answered(String number) throws IOException {
        Path file = in.resolve("RepMsg/Rep" + number + ".xml");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** A text that is no message, as anybody may drop. */
    public void nonsense(String number) throws IOException {
        put(in.resolve("BizMsg"), "Biz" + number + ".xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><Message/>".getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Path folder, String name, byte[] bytes) throws IOException {
        Path half = Files.createDirectories(folder).resolve(name + ".tmp");
        Files.write(half, bytes);
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
