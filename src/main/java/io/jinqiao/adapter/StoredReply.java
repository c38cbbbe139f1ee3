package io.jinqiao.adapter;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A reply as the inbox keeps it: {@code accepted {json}}, {@code rejected code code} or {@code unknown}. */
final class StoredReply {
    private static final String ACCEPTED = "accepted ";
    private static final String REJECTED = "rejected ";

    private StoredReply() {}

    static String write(Reply reply) {
        return reply.fold(
                accepted -> ACCEPTED + CanonicalJson.write(accepted.content()),
                rejected -> REJECTED
                        + rejected.problems().stream()
                                .map(p -> p.code().code())
                                .distinct()
                                .collect(Collectors.joining(" ")),
                unknown -> "unknown");
    }

    /** Fields and arguments of a rejection are not kept here: they stand in the bytes of its answer. */
    static Reply read(String text) {
        if (text.startsWith(ACCEPTED)) {
            return new Reply.Accepted(CanonicalJson.read(text.substring(ACCEPTED.length())));
        }
        if (text.startsWith(REJECTED)) {
            return new Reply.Rejected(Arrays.stream(text.substring(REJECTED.length()).split(" "))
                    .map(FailureCode::ofCode)
                    .map(Problem::of)
                    .toList());
        }
        return new Reply.Unknown(Reply.Cause.IN_PROCESS, "", null);
    }
}
