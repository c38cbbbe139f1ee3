package io.jinqiao.workbench.samples;

import io.jinqiao.adapter.file.FileDifference;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.FileLayout;
import io.jinqiao.adapter.file.FileRefusal;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RowSink;
import io.jinqiao.rulebook.Source;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stored file of a partner's folder: {@code files/samples/<kind>.<case>.(request|result).<ending>}, what it says beside it as
 * {@code .canonical.json}, and the hash of its marker as {@code .marker} where one is agreed.
 *
 * @param path of the file, below the folder
 * @param canonical null when it is missing
 * @param beside what stands in the marker; null when there is none
 */
public record FileSample(
        FileKind kind, boolean result, String path, FileLayout layout, byte[] bytes, @Nullable String canonical, @Nullable String beside) {
    private static final Pattern NAME = Pattern.compile("(files/samples/([a-z-]+)\\.[^.]+\\.(request|result))\\.(?!canonical\\.json$|marker$)[A-Za-z]+");

    /** Every stored file of a kind that is agreed. */
    public static List<FileSample> of(Map<FileKind, FileExchange> layouts, Map<String, Source> files) {
        List<FileSample> samples = new ArrayList<>();
        files.forEach((path, source) -> {
            Matcher name = NAME.matcher(path);
            if (name.matches()) {
                layouts.forEach((kind, exchange) -> {
                    if (kind.id().equals(name.group(2))) {
                        boolean result = name.group(3).equals("result");
                        Source beside = files.get(name.group(1) + ".marker");
                        samples.add(new FileSample(
                                kind, result, path, result ? exchange.result() : exchange.request(), source.bytes(),
                                text(files.get(name.group(1) + ".canonical.json")), beside == null ? null : beside.text().strip()));
                    }
                });
            }
        });
        return samples;
    }

    private static @Nullable String text(@Nullable Source source) {
        return source == null ? null : source.text();
    }

    /** Reads the bytes. @return what is not as the canonical content says, the first thing; null when everything is */
    public @Nullable String readOtherwise() {
        Rows rows = new Rows();
        try {
            FileLayout.Reading reading = layout.read(new ByteArrayInputStream(bytes), hash(), rows);
            if (!rows.refused.isEmpty()) {
                return words(rows.refused.get(0));
            }
            String head = Contents.difference(head(), reading.head());
            return head != null ? "head, " + head : rows.otherwise(rows());
        } catch (FileRefusal refusal) {
            return words(refusal.problems().get(0));
        }
    }

    /** Writes the canonical content. @return where the bytes part, with the column; null when they are the stored ones */
    public @Nullable String writtenOtherwise() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            String hash = layout.write(head(), rows().iterator(), out);
            String difference = FileDifference.between(bytes, out.toByteArray(), layout);
            return difference != null || hash.equals(Objects.requireNonNullElse(hash(), "")) ? difference : "marker: expected " + hash() + " but was " + hash;
        } catch (Refusal refusal) {
            return words(new LineProblem(0, refusal.problems().get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the marker, without a signature behind it: that has a key of its own. */
    private @Nullable String hash() {
        return layout.form().hash() == null ? beside : layout.form().hash().hashIn(beside);
    }

    private static String words(LineProblem told) {
        Problem problem = told.problem();
        String place = problem.theirField() != null ? problem.theirField() : problem.field() != null ? problem.field() : "";
        return "line " + told.line() + (place.isEmpty() ? "" : ", " + place) + ": " + problem.text(Locale.ENGLISH);
    }

    private Content.Group head() {
        return (Content.Group) Objects.requireNonNull(content().get("head"));
    }

    private List<Content.Group> rows() {
        return content().get("rows") instanceof Content.Rows rows ? rows.rows() : List.of();
    }

    private Content.Group content() {
        return CanonicalJson.read(Objects.requireNonNull(canonical));
    }

    private static final class Rows implements RowSink {
        private final List<Content.Group> read = new ArrayList<>();
        private final List<LineProblem> refused = new ArrayList<>();

        @Override
        public void row(FileRow row) {
            read.add(row.content());
        }

        @Override
        public void refused(long line, List<Problem> problems) {
            refused.add(new LineProblem(line, problems.get(0)));
        }

        @Nullable String otherwise(List<Content.Group> expected) {
            for (int i = 0; i < Math.min(read.size(), expected.size()); i++) {
                String difference = Contents.difference(expected.get(i), read.get(i));
                if (difference != null) {
                    return "row " + (i + 1) + ", " + difference;
                }
            }
            return read.size() == expected.size() ? null : "expected " + expected.size() + " rows but were " + read.size();
        }
    }
}
