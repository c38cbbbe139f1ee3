package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads {@code adapters/}: every partner's folder, every problem at once. */
public final class Folders {
    /** The folder of the forms the other folders' files have. */
    private static final String SCHEMAS = "_schema";

    private static final List<String> FORMS = List.of("adapter", "mapping", "file", "code-tables", "codes");

    private final Map<String, Map<String, Source>> partners = new TreeMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();

    public Folders(Sources sources) {
        this(sources, "adapters");
    }

    private Folders(Sources sources, String folder) {
        for (Source source : sources.list(folder)) {
            String[] parts = source.name().split("/", 3);
            if (parts.length == 3 && !parts[1].equals(SCHEMAS)) {
                partners.computeIfAbsent(parts[1], p -> new TreeMap<>()).put(parts[2], source);
            }
        }
        for (String form : FORMS) {
            schemas.put(form, Schema.of(sources.get("adapters/" + SCHEMAS + "/" + form + ".schema.json")));
        }
    }

    /** Only one partner's folder; none when there is no such partner. */
    public static Folders of(Sources sources, String partner) {
        return new Folders(sources, "adapters/" + partner);
    }

    /**
     * @param dialects by partner, only folders without any problem
     * @param files alike, their file layouts
     */
    public record Read(Map<String, Dialect> dialects, Map<String, Map<FileKind, FileExchange>> files, List<RuleProblem> problems) {}

    public java.util.Set<String> partners() {
        return partners.keySet();
    }

    /** Files of a folder by their path below it. */
    public Map<String, Source> files(String partner) {
        return partners.getOrDefault(partner, Map.of());
    }

    /** @param placeholders puts configured values into addresses; throws {@link IllegalArgumentException} when there is none */
    public Read read(UnaryOperator<String> placeholders, Clock clock) {
        Problems problems = new Problems();
        Map<String, Dialect> dialects = new TreeMap<>();
        Map<String, Map<FileKind, FileExchange>> layouts = new TreeMap<>();
        partners.forEach((partner, files) -> {
            PartnerFolder.Compiled compiled = new PartnerFolder(partner, files, schemas, placeholders).read(clock, problems);
            if (compiled != null) {
                dialects.put(partner, compiled.dialect());
                layouts.put(partner, compiled.files());
            }
        });
        return new Read(dialects, layouts, problems.list());
    }
}
