package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One mapping table, compiled once, both ways. Thread-safe. */
public final class MappingPlan {
    private final Ways common;
    private final @Nullable Chooser chooser;
    private final Map<String, Ways> forWords = new HashMap<>();
    private final Translation translation;

    /** @param in from the wire @param out onto it */
    private record Ways(Reading in, Out.Group out) {
        Ways(List<Line> lines, boolean refuseUnexpected, boolean emptyIsAbsent) {
            this(new Reading(Compiler.in(lines), refuseUnexpected, emptyIsAbsent), Compiler.out(lines));
        }
    }

    /**
     * @param refuseUnexpected whether a member nobody agreed on is a problem or read over
     * @param emptyIsAbsent whether an empty text on the wire means that there is none
     */
    public MappingPlan(List<Line> lines, boolean refuseUnexpected, boolean emptyIsAbsent) {
        this(new RequestLines(lines), refuseUnexpected, emptyIsAbsent);
    }

    /** The same for lines one place of ours chooses from. */
    public MappingPlan(RequestLines request, boolean refuseUnexpected, boolean emptyIsAbsent) {
        this.common = new Ways(request.lines(), refuseUnexpected, emptyIsAbsent);
        this.chooser = request.by() == null ? null : new Chooser(request.by());
        List<Line> all = new ArrayList<>(request.lines());
        request.forWords().forEach((word, lines) -> {
            forWords.put(word, new Ways(lines, refuseUnexpected, emptyIsAbsent));
            all.addAll(lines);
        });
        this.translation = new Translation(all);
    }

    /**
     * @param source pushes one tree, the same each time
     * @param problems gets what is wrong, each with our name and theirs; refused places are marked in the content
     */
    public Content.Group decode(Consumer<WireSink> source, List<Problem> problems) {
        String word = chooser == null ? null : chooser.word(source);
        Decoder decoder = new Decoder(forWords.getOrDefault(word, common).in(), problems);
        source.accept(decoder);
        return decoder.result();
    }

    /** @throws Refusal with everything their form cannot hold */
    public void encode(Content.Group content, WireSink sink) {
        String word = chooser == null ? null : chooser.word(content);
        List<Problem> problems = new Encoder(sink).write(forWords.getOrDefault(word, common).out(), content);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /** Adds their name to problems that know only ours. */
    public List<Problem> inTheirWords(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.theirField() == null && p.field() != null ? p.inTheirWords(translation.theirs(p.field())) : p)
                .toList();
    }
}
