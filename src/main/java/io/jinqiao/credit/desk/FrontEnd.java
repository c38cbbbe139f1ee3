package io.jinqiao.credit.desk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Center's front-end machine (前置机), as two directories: files are put into one, answers are found in the other. How they travel on is not public. A
 * file appears under its name when it is whole.
 *
 * @param out where files are put
 * @param in where answers are found
 */
record FrontEnd(Path out, Path in, Map<Path, Long> sizes) {
    private static final String PART = ".part";

    FrontEnd(Path out, Path in) {
        this(out, in, new HashMap<>());
    }

    /** Durable when it returns; a file that lies there under the name already is replaced by the same bytes. */
    void put(Path file) throws IOException {
        Path part = Files.createDirectories(out).resolve(file.getFileName() + PART);
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, out.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Answers that did not grow between two looks, in the order of their names. */
    List<Path> whole() throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        List<Path> there;
        try (Stream<Path> files = Files.list(in)) {
            there = files.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(PART)).sorted().toList();
        }
        sizes.keySet().retainAll(there);
        List<Path> whole = new ArrayList<>();
        for (Path file : there) {
            Long before = sizes.put(file, Files.size(file));
            if (before != null && before == Files.size(file)) {
                whole.add(file);
            }
        }
        return whole;
    }
}
