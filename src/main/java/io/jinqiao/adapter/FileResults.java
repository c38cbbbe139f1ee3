package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Codes;
import io.jinqiao.adapter.codec.Meaning;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what became of a file in the partner's form and codes. */
final class FileResults {
    private final FileExchange exchange;
    private final Function<String, Pen.@Nullable Seal> sealing;

    /** @param sealing the hash of a result to our signature over it; to null where none is agreed */
    FileResults(FileExchange exchange, Function<String, Pen.@Nullable Seal> sealing) {
        this.exchange = exchange;
        this.sealing = sealing;
    }

    /** @param seal ours, in its marker; null when there is none */
    record Written(FileAnswer answer, Pen.@Nullable Seal seal) {}

    /** @param apart as {@link ResultNames.Answered} says */
    Written answer(FileResult result, @Nullable String apart) {
        Codes codes = exchange.codes();
        List<LineProblem> all = Stream.concat(result.problems().stream(), result.refused().stream())
                .map(exchange.request()::inTheirWords)
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            String beside = exchange.result()
                    .write(head(result, codes, all.size()), all.stream().map(p -> row(p, codes)).iterator(), out);
            Pen.@Nullable Seal seal = sealing.apply(beside);
            return new Written(named(result, apart, out.toByteArray(), seal == null ? beside : beside + " " + seal.signature()), seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Content.Group head(FileResult result, Codes codes, int entries) {
        Problem first = result.problems().isEmpty() ? null : result.problems().get(0).problem();
        String code = first == null ? codes.taken() : codes.refusing(first.code());
        Meaning meaning = codes.meaning(code);
        return Content.group()
                .put("fileNo", result.fileNo())
                .put("fileName", cut(result.fileName(), 128))
                .put("accountingDate", result.accountingDate())
                .put("outcome", Words.of(result.outcome()))
                .put("code", code)
                .put("text", first != null ? text(first) : meaning == null ? null : meaning.text())
                .put("rows", result.rows())
                .put("taken", result.taken())
                .put("refused", result.rows() - result.taken())
                .put(FileResult.ENTRIES, entries)
                .build();
    }

    private static Content.Group row(LineProblem told, Codes codes) {
        Problem problem = told.problem();
        return Content.group()
                .put("line", told.line())
                .put("code", codes.refusing(problem.code()))
                .put("reason", problem.code().code())
                .put("field", problem.field())
                .put("theirField", problem.theirField())
                .put("text", text(problem))
                .build();
    }

    private static String text(Problem problem) {
        return problem.text(Locale.CHINESE) + " / " + problem.text(Locale.ENGLISH);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private FileAnswer named(FileResult result, @Nullable String apart, byte[] bytes, String beside) {
        ResultNames names = new ResultNames(exchange);
        String name = names.of(new ResultNames.Answered(result.fileName(), result.fileNo(), result.accountingDate(), apart));
        String marker = names.marker(name);
        FileAnswer.Companion companion = marker == null ? null : new FileAnswer.Companion(marker, beside.getBytes(StandardCharsets.US_ASCII));
        return new FileAnswer(name, bytes, result.outcome() == FileResult.Outcome.REFUSED, companion);
    }
}
