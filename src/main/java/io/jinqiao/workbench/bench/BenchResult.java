package io.jinqiao.workbench.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** One figure of ours beside its peers and limits, in the form that {@code --json} writes. */
public final class BenchResult {
    private final String name;
    private final double value;
    private final String unit;
    private final Map<String, Beside> peers = new LinkedHashMap<>();
    private final Map<String, Beside> limits = new LinkedHashMap<>();
    private final Map<String, Object> details = new LinkedHashMap<>();

    /** @param ratio ours ÷ theirs where more is better */
    record Beside(double value, double ratio) {}

    public BenchResult(String name, double value, String unit) {
        this.name = name;
        this.value = value;
        this.unit = unit;
    }

    /** What a user would pick instead. */
    public BenchResult peer(String peer, double theirs) {
        peers.put(peer, new Beside(theirs, value / theirs));
        return this;
    }

    /** What the machine could do at best. */
    public BenchResult limit(String limit, double theirs) {
        limits.put(limit, new Beside(theirs, value / theirs));
        return this;
    }

    public BenchResult detail(String what, Object figure) {
        details.put(what, figure);
        return this;
    }

    public void write(Path file, String command) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", name);
        all.put("value", value);
        all.put("unit", unit);
        all.put("peers", peers);
        all.put("limits", limits);
        all.put("details", details);
        all.put("machine", Machine.words());
        all.put("jdk", System.getProperty("java.runtime.version"));
        all.put("date", LocalDate.now().toString());
        all.put("commit", Machine.commit());
        all.put("command", command);
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
