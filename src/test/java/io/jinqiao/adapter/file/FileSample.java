package io.jinqiao.adapter.file;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of {@code adapters/<partner>/files/samples/}; its bytes were made by a script that knows nothing of this code. */
record FileSample(String partner, String name, boolean result) {
    static final List<String> PARTNERS = List.of("abc", "ccb", "icbc", "psbc");

    static Stream<FileSample> all() {
        return PARTNERS.stream().flatMap(FileSample::of);
    }

    static FileSample daily(String partner) {
        return new FileSample(partner, "repayment-status.daily.request", false);
    }

    private static Stream<FileSample> of(String partner) {
        try (Stream<Path> files = Files.list(folder(partner))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".canonical.json"))
                    .map(f -> f.substring(0, f.length() - ".canonical.json".length()))
                    .sorted()
                    .map(f -> new FileSample(partner, f, f.endsWith(".result")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String partner) {
        return Path.of("adapters", partner, "files", "samples");
    }

    FileLayout layout() {
        FileExchange exchange = ShippedFolders.files(partner);
        return result ? exchange.result() : exchange.request();
    }

    byte[] bytes() {
        try (Stream<Path> files = Files.list(folder(partner))) {
            return read(files.filter(f -> f.getFileName().toString().matches("\\Q" + name + "\\E\\.(DAT|xml|txt|csv)"))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hash in the marker file; null when it stands in the file. */
    @Nullable String beside() {
        Path marker = folder(partner).resolve(name + ".marker");
        return Files.exists(marker) ? new String(read(marker), StandardCharsets.US_ASCII) : null;
    }

    Content.Group head() {
        return (Content.Group) canonical().get("head");
    }

    List<Content.Group> rows() {
        return canonical().get("rows") instanceof Content.Rows rows ? rows.rows() : List.of();
    }

    private Content.Group canonical() {
        return CanonicalJson.read(new String(read(folder(partner).resolve(name + ".canonical.json")), StandardCharsets.UTF_8));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return partner + " " + name;
    }
}
