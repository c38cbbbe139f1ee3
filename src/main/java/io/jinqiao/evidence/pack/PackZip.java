package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A pack being written. Remembers what it wrote; a file offered twice is written once. */
final class PackZip {
    private final ZipOutputStream zip;
    private final List<PackManifest.File> files = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    PackZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    boolean has(String path) {
        return names.contains(path);
    }

    void add(String path, byte[] bytes) throws IOException {
        if (!names.add(path)) {
            return;
        }
        ZipEntry entry = new ZipEntry(path);
        // no time of ours: equal contents give equal packs
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
        files.add(new PackManifest.File(path, bytes.length, Sha256.hex(Sha256.of(bytes))));
    }

    void add(String path, String text) throws IOException {
        add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    List<PackManifest.File> files() {
        return List.copyOf(files);
    }

    void finish() throws IOException {
        zip.finish();
    }
}
