package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of one partner, by path below its folder. */
record Folder(String partner, Map<String, Source> files) {

    String name(String path) {
        return "adapters/" + partner + "/" + path;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    @Nullable Source find(String path) {
        return files.get(path);
    }

    /** Paths with this beginning and this end, in order. */
    List<String> list(String beginning, String end) {
        return files.keySet().stream().filter(p -> p.startsWith(beginning) && p.endsWith(end)).toList();
    }
}
