package io.jinqiao.evidence.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A pack being read. Hostile packs cost bounded memory: one file at a time, each up to a limit. */
final class PackFiles implements Closeable {
    private static final int LARGEST_FILE = 256 * 1024 * 1024;
    private static final int MOST_FILES = 100_000;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    /** @throws ZipException when it is no archive, or one that could be read in two ways */
    PackFiles(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        try {
            var all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (entries.put(entry.getName(), entry) != null || entries.size() > MOST_FILES) {
                    throw new ZipException("repeated name or too many files");
                }
            }
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    Set<String> names() {
        return entries.keySet();
    }

    /** Null when there is no such file. @throws ZipException when it is too large or damaged */
    byte @Nullable [] find(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new ZipException("file too large");
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
