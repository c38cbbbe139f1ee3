package io.jinqiao.message;

import java.util.ArrayList;
import java.util.List;

/** What a business door decided: the answer, and what partners must now be told. */
public record Outcome(Reply reply, List<Outgoing> outgoing) {
    public Outcome {
        outgoing = List.copyOf(outgoing);
    }

    public static Outcome accepted(Content.Group content, Outgoing... outgoing) {
        return new Outcome(new Reply.Accepted(content), List.of(outgoing));
    }

    public Outcome andTell(Outgoing more) {
        List<Outgoing> all = new ArrayList<>(outgoing);
        all.add(more);
        return new Outcome(reply, all);
    }
}
