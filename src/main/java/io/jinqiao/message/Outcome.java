package io.jinqiao.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What a business door decided: the answer, and what partners must now be told.
 *
 * @param consequences what other rooms on the route must hear
 */
public record Outcome(Reply reply, List<Outgoing> outgoing, List<Consequence> consequences) {
    public Outcome {
        outgoing = List.copyOf(outgoing);
        consequences = List.copyOf(consequences);
    }

    public Outcome(Reply reply, List<Outgoing> outgoing) {
        this(reply, outgoing, List.of());
    }

    public static Outcome accepted(Content.Group content, Outgoing... outgoing) {
        return new Outcome(new Reply.Accepted(content), List.of(outgoing));
    }

    public Outcome andTell(Outgoing more) {
        return andTell(List.of(more));
    }

    public Outcome andTell(List<Outgoing> more) {
        List<Outgoing> all = new ArrayList<>(outgoing);
        all.addAll(more);
        return new Outcome(reply, all, consequences);
    }

    public Outcome with(Consequence more) {
        return with(List.of(more));
    }

    public Outcome with(List<? extends Consequence> more) {
        List<Consequence> all = new ArrayList<>(consequences);
        all.addAll(more);
        return new Outcome(reply, outgoing, all);
    }
}
