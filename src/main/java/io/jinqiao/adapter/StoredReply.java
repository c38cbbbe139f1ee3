package io.jinqiao.adapter;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A reply as the inbox keeps it: {@code accepted {json}}, {@code rejected code@field code} or {@code unknown}. */
final class StoredReply {
    private static final String ACCEPTED = "accepted ";
    private static final String REJECTED = "rejected ";
    /** Between a code and our name of the field. */
    private static final String IN = "@";

    private StoredReply() {}

    static String write(Reply reply) {
        return reply.fold(
                accepted -> ACCEPTED + CanonicalJson.write(accepted.content()),
                rejected -> REJECTED
                        + rejected.problems().stream()
                                .map(StoredReply::word)
                                .distinct()
                                .collect(Collectors.joining(" ")),
                unknown -> "unknown");
    }

    private static String word(Problem problem) {
        return problem.code().code() + (problem.field() == null ? "" : IN + problem.field());
    }

    /** Arguments of a rejection, and the partner's names, are not kept here: they stand in the bytes of its answer. */
    static Reply read(String text) {
        if (text.startsWith(ACCEPTED)) {
            return new Reply.Accepted(CanonicalJson.read(text.substring(ACCEPTED.length())));
        }
        if (text.startsWith(REJECTED)) {
            return new Reply.Rejected(Arrays.stream(text.substring(REJECTED.length()).split(" "))
                    .map(StoredReply::problem)
                    .toList());
        }
        return new Reply.Unknown(Reply.Cause.IN_PROCESS, "", null);
    }

    private static Problem problem(String word) {
        int at = word.indexOf(IN);
        return at < 0 ? Problem.of(FailureCode.ofCode(word)) : Problem.at(word.substring(at + 1), FailureCode.ofCode(word.substring(0, at)));
    }
}
