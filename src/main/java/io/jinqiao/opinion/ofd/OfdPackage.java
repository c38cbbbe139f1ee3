package io.jinqiao.opinion.ofd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a package in their order, and the ZIP file of them. The same files give the same bytes. Not for use by several threads. */
final class OfdPackage {
    /** The first moment a ZIP file can name: when it was sealed stands in the seal. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** Two thirds of the time of the usual level for a package a few per cent larger. */
    private static final int LEVEL = 3;

    /** Mostly the seal's picture, which is packed already. */
    private static final Set<String> SEAL_DATA = Set.of(SignatureFiles.SEAL, SignatureFiles.SIGNED_VALUE);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** @param path from the root, without a leading slash */
    void add(String path, byte[] bytes) {
        files.put(path, bytes);
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 << 10);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(LEVEL);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                if (SEAL_DATA.contains(file.getKey())) {
                    asItIs(entry, file.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void asItIs(ZipEntry entry, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
    }
}
