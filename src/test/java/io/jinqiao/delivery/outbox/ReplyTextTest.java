package io.jinqiao.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTextTest {
    @Test
    void keepsAnAcceptance() {
        Reply reply = new Reply.Accepted(Content.group().put("receiptNo", "回执 1").build());
        assertThat(ReplyText.of(reply)).startsWith("{\"outcome\":\"accepted\"");
        assertThat(ReplyText.read(ReplyText.of(reply))).isEqualTo(reply);
        Reply bare = new Reply.Accepted(Content.Group.EMPTY);
        assertThat(ReplyText.read(ReplyText.of(bare))).isEqualTo(bare);
    }

    @Test
    void keepsEveryReasonOfARejection() {
        Reply reply = new Reply.Rejected(List.of(
                Problem.of(FailureCode.PARTNER_REFUSED, "E1042", "closed"),
                Problem.at("parties[0].name", FailureCode.FIELD_MISSING).inTheirWords("custName")));
        assertThat(ReplyText.read(ReplyText.of(reply))).isEqualTo(reply);
    }
}
