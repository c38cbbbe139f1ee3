package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.List;
import java.util.function.Consumer;

/** One mapping table, compiled once, both ways. Thread-safe. */
public final class MappingPlan {
    private final Reading reading;
    private final Out.Group writing;
    private final Translation translation;

    /**
     * @param refuseUnexpected whether a member nobody agreed on is a problem or read over
     * @param emptyIsAbsent whether an empty text on the wire means that there is none
     */
    public MappingPlan(List<Line> lines, boolean refuseUnexpected, boolean emptyIsAbsent) {
        this.reading = new Reading(Compiler.in(lines), refuseUnexpected, emptyIsAbsent);
        this.writing = Compiler.out(lines);
        this.translation = new Translation(lines);
    }

    /**
     * @param source pushes one tree
     * @param problems gets what is wrong, each with our name and theirs; refused places are marked in the content
     */
    public Content.Group decode(Consumer<WireSink> source, List<Problem> problems) {
        Decoder decoder = new Decoder(reading, problems);
        source.accept(decoder);
        return decoder.result();
    }

    /** @throws Refusal with everything their form cannot hold */
    public void encode(Content.Group content, WireSink sink) {
        List<Problem> problems = new Encoder(sink).write(writing, content);
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
