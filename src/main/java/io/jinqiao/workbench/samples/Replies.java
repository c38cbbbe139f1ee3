package io.jinqiao.workbench.samples;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.ArrayList;
import java.util.List;

/** A reply as a sample's {@code reply.canonical.json}. */
public final class Replies {
    private static final String JOIN = "|";

    private Replies() {}

    public static Content.Group write(Reply reply) {
        return reply.fold(
                a -> Content.group().put("outcome", "accepted").put("content", a.content()).build(),
                r -> Content.group()
                        .put("outcome", "rejected")
                        .rows("problems", r.problems().stream().map(Replies::problem).toList())
                        .build(),
                u -> Content.group()
                        .put("outcome", "unknown")
                        .put("cause", u.cause())
                        .put("expectedBy", u.expectedBy())
                        .build());
    }

    public static Reply read(Content.Group group) {
        return switch (String.valueOf(group.text("outcome"))) {
            case "accepted" -> new Reply.Accepted(
                    group.get("content") instanceof Content.Group content ? content : Content.Group.EMPTY);
            case "rejected" -> new Reply.Rejected(problems(group));
            default -> new Reply.Unknown(
                    Reply.Cause.valueOf(String.valueOf(group.text("cause")).toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                    "",
                    group.text("expectedBy") == null ? null : java.time.Instant.parse(group.text("expectedBy")));
        };
    }

    private static List<Problem> problems(Content.Group group) {
        List<Problem> problems = new ArrayList<>();
        for (Content.Group row : ((Content.Rows) group.get("problems")).rows()) {
            String arguments = row.text("arguments");
            problems.add(new Problem(
                    FailureCode.ofCode(row.text("code")),
                    row.text("field"),
                    row.text("theirField"),
                    arguments == null ? List.of() : List.of(arguments.split("\\" + JOIN, -1))));
        }
        return problems;
    }

    private static Content.Group problem(Problem problem) {
        return Content.group()
                .put("code", problem.code().code())
                .put("field", problem.field())
                .put("theirField", problem.theirField())
                .put("arguments", problem.arguments().isEmpty() ? null : String.join(JOIN, problem.arguments()))
                .build();
    }
}
