package io.jinqiao.adapter;

import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.NamePattern;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of files that answer files. A file is answered under what its name says, not its head: in that stands what it likes, also what belongs to another file's
 * answer.
 */
final class ResultNames {
    private static final String FILE_NO = "fileNo";

    private final FileExchange exchange;

    ResultNames(FileExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * What a name is made of.
     *
     * @param fileName of the file that is answered
     * @param fileNo as its head says, for a name that does not say it
     * @param apart null, or what keeps this answer from the one that lies under the file's name already
     */
    record Answered(String fileName, @Nullable String fileNo, @Nullable LocalDate accountingDate, @Nullable String apart) {}

    String of(Answered answered) {
        Map<String, String> places = places(answered);
        NamePattern pattern = exchange.result().form().name();
        if (answered.apart() == null) {
            return pattern.write(places);
        }
        String apart = "-conflict-" + answered.apart();
        if (!pattern.places().contains(FILE_NO)) {
            return pattern.write(places) + apart;
        }
        places.merge(FILE_NO, apart, String::concat);
        return pattern.write(places);
    }

    /** Of the marker beside it; null: there is none. */
    @Nullable String marker(String name) {
        NamePattern marker = exchange.result().form().completion().marker();
        return marker == null ? null : marker.write(Map.of("name", name));
    }

    private Map<String, String> places(Answered answered) {
        Map<String, String> named = exchange.request().form().name().read(answered.fileName()).orElse(null);
        if (named == null) {
            String plain = answered.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
            return new HashMap<>(Map.of(FILE_NO, plain.substring(0, Math.min(60, plain.length()))));
        }
        Map<String, String> places = new HashMap<>(named);
        unlessNamed(places, FILE_NO, answered.fileNo());
        unlessNamed(places, "accountingDate", answered.accountingDate() == null ? null : answered.accountingDate().toString());
        return places;
    }

    private static void unlessNamed(Map<String, String> places, String name, @Nullable String value) {
        if (value != null) {
            places.putIfAbsent(name, value);
        }
    }
}
