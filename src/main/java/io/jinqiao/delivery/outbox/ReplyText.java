package io.jinqiao.delivery.outbox;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definite reply as text in a row: {@code {"outcome":"accepted","content":{…}}} or {@code {"outcome":"rejected","problems":[…]}}. */
final class ReplyText {
    private ReplyText() {}

    static String of(Reply reply) {
        return CanonicalJson.write(reply.fold(ReplyText::accepted, ReplyText::rejected, unknown -> {
            throw new IllegalArgumentException("unknown is no definite reply");
        }));
    }

    static Reply read(String text) {
        Content.Group group = CanonicalJson.read(text);
        if ("accepted".equals(group.text("outcome"))) {
            return new Reply.Accepted(
                    group.get("content") instanceof Content.Group content ? content : Content.Group.EMPTY);
        }
        return new Reply.Rejected(rows(group, "problems").stream().map(ReplyText::problem).toList());
    }

    /** Of a reply whose words were erased the outcome is left. */
    static Reply erased(String outcome) {
        return "accepted".equals(outcome)
                ? new Reply.Accepted(Content.Group.EMPTY)
                : new Reply.Rejected(List.of(Problem.of(FailureCode.PERSONAL_DATA_ERASED)));
    }

    private static Content.Group accepted(Reply.Accepted reply) {
        return Content.group()
                .put("outcome", "accepted")
                .put("content", reply.content())
                .build();
    }

    private static Content.Group rejected(Reply.Rejected reply) {
        return Content.group()
                .put("outcome", "rejected")
                .rows("problems", reply.problems().stream().map(ReplyText::problem).toList())
                .build();
    }

    private static Content.Group problem(Problem problem) {
        return Content.group()
                .put("code", problem.code().name())
                .put("field", problem.field())
                .put("theirField", problem.theirField())
                .rows("arguments", problem.arguments().stream()
                        .map(argument -> Content.group().put("text", argument).build())
                        .toList())
                .build();
    }

    private static Problem problem(Content.Group group) {
        List<String> arguments =
                rows(group, "arguments").stream().map(row -> text(row, "text")).toList();
        return new Problem(
                FailureCode.valueOf(text(group, "code")), group.text("field"), group.text("theirField"), arguments);
    }

    private static String text(Content.Group group, String name) {
        String text = group.text(name);
        return text == null ? "" : text;
    }

    private static List<Content.Group> rows(Content.Group group, String name) {
        @Nullable Content content = group.get(name);
        return content instanceof Content.Rows rows ? rows.rows() : List.of();
    }
}
