package io.jinqiao.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredReplyTest {
    @Test
    void aRefusalThatIsToldAgainNamesItsFieldsAgain() {
        Reply refused = new Reply.Rejected(List.of(
                Problem.at("parties[0].identity.number", FailureCode.CHECK_DIGIT_WRONG), Problem.at("caseNo", FailureCode.CASE_UNKNOWN), Problem.of(FailureCode.PARTNER_REFUSED)));
        assertThat(StoredReply.read(StoredReply.write(refused))).isEqualTo(refused);
    }

    @Test
    void whatWasKeptBeforeFieldsWereIsRead() {
        assertThat(StoredReply.read("rejected once.key_conflict registration.case_unknown"))
                .isEqualTo(new Reply.Rejected(List.of(Problem.of(FailureCode.KEY_CONFLICT), Problem.of(FailureCode.CASE_UNKNOWN))));
    }
}
