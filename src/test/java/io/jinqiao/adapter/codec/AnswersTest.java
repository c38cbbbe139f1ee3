package io.jinqiao.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Reply.Cause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's answer says accepted, rejected or nothing certain; whatever is odd about it is the third. */
class AnswersTest {
    private static final MessageId SENT = new MessageId("M1");
    private final Dialect centre = ShippedFolders.dialect("icbc");

    @Test
    void zeroIsAccepted() {
        assertThat(reply("{\"return_code\":\"0\",\"msg_id\":\"M1\",\"receipt_no\":\"R1\",\"new_member\":[1]}"))
                .isInstanceOfSatisfying(Reply.Accepted.class, a -> assertThat(a.content().text("receiptNo")).isEqualTo("R1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"return_code\":\"E1042\",\"msg_id\":\"M1\"}| UNSEEN_CODE",
        "{\"return_code\":\"00\",\"msg_id\":\"M1\"}| UNSEEN_CODE",
        "{\"return_code\":0,\"msg_id\":\"M1\"}| UNREADABLE",
        "{\"return_code\":\"0\",\"msg_id\":\"M2\"}| UNTRUSTED",
        "{\"return_code\":\"0\"}| UNTRUSTED",
        "{\"return_code\":\"-30002\",\"msg_id\":\"M2\"}| UNTRUSTED",
        "{\"msg_id\":\"M1\"}| UNREADABLE",
        "{\"return_code\":\"0\",\"msg_id\":\"M1\",\"receive_time\":\"yesterday\"}| UNREADABLE",
        "{\"return_code\":\"0\",\"return_code\":\"0\",\"msg_id\":\"M1\"}| UNREADABLE",
        "{\"return_code\":\"1\",\"msg_id\":\"M1\"}| IN_PROCESS",
        "{\"return_code\":\"-99998\",\"msg_id\":\"M1\"}| SILENT",
        "[]| UNREADABLE",
        "garbage| UNREADABLE"
    })
    void whateverIsOddIsUnknown(String content, Cause cause) {
        assertThat(reply(content))
                .isInstanceOfSatisfying(Reply.Unknown.class, u -> assertThat(u.cause()).isEqualTo(cause));
    }

    @Test
    void inProcessIsDueWhenTheCodesSay() {
        assertThat(reply("{\"return_code\":\"1\",\"msg_id\":\"M1\"}"))
                .isInstanceOfSatisfying(Reply.Unknown.class, u -> assertThat(u.expectedBy())
                        .isEqualTo(ShippedFolders.CLOCK.instant().plus(Duration.ofHours(4))));
    }

    @Test
    void aRejectionCarriesTheirListOrTheMeaningOfTheCode() {
        assertThat(reply("{\"return_code\":\"-30002\",\"msg_id\":\"M1\"}"))
                .isInstanceOfSatisfying(Reply.Rejected.class, r -> assertThat(r.problems())
                        .singleElement()
                        .satisfies(p -> assertThat(p.code()).isEqualTo(FailureCode.LOAN_UNKNOWN)));
        assertThat(reply("{\"return_code\":\"-20001\",\"msg_id\":\"M1\",\"error_list\":[{\"error_code\":\"field.missing\",\"centre_field\":\"reason\",\"field\":\"reason\"},{\"error_code\":\"B77\"}]}"))
                .isInstanceOfSatisfying(Reply.Rejected.class, r -> {
                    assertThat(r.problems()).extracting(p -> p.code()).containsExactly(FailureCode.FIELD_MISSING, FailureCode.PARTNER_REFUSED);
                    assertThat(r.problems().get(1).arguments().get(0)).startsWith("B77");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<!doctype html>", "{}", "[]", "{\"response_biz_content\":\"x\",\"sign_type\":\"SM2\"}", "{\"response_biz_content\":{}}", "{\"response_biz_content\":{},\"response_biz_content\":{},\"sign_type\":\"SM2\"}", "{\"response_biz_content\":{},\"sign_type\":\"SM2\"} x", "{\"response_biz_content\":{"})
    void refusesToOpenAnAnswerWithoutContent(String body) {
        assertThatThrownBy(() -> centre.openReply(200, Map.of(), bytes(body))).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesToOpenAnotherStatusTooManyBytesOrAnotherCharset() {
        byte[] good = bytes("{\"response_biz_content\":{},\"sign_type\":\"SM2\"}");
        assertThatThrownBy(() -> centre.openReply(503, Map.of(), good)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> centre.openReply(200, Map.of(), new byte[3 << 20])).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> centre.openReply(200, Map.of("content-type", "application/json;charset=GBK"), good))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theSigningInputIsTheContentExactlyAsItStands() {
        String content = "{ \"return_msg\" : \"\\u4e2d/文𬱖\" ,\n\"return_code\":\"0\" }";
        FramedReply reply = centre.openReply(
                200, Map.of(), bytes("{\"sign\":\"c2ln\", \"response_biz_content\": " + content + " ,\"sign_type\":\"SM2\"}"));
        assertThat(new String(reply.signingInput(), StandardCharsets.UTF_8)).isEqualTo(content);
        assertThat(reply.signature()).isEqualTo("c2ln");
    }

    @Test
    void aRefusedEnquirySaysNothingAboutTheOriginal() {
        assertThat(enquiry("{\"return_code\":\"-20001\",\"msg_id\":\"M1\"}").isUnknown()).isTrue();
        assertThat(enquiry("{\"return_code\":\"-20003\",\"msg_id\":\"M1\"}").isUnknown()).isTrue();
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M1\"}").isUnknown()).isTrue();
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M1\",\"original_status\":\"9\"}").isUnknown()).isTrue();
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M1\",\"original_status\":\"1\"}").isUnknown()).isTrue();
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M2\",\"original_status\":\"3\"}").isUnknown()).isTrue();
    }

    @Test
    void anEnquiryTellsWhatBecameOfTheOriginal() {
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M1\",\"original_status\":\"3\"}"))
                .isInstanceOfSatisfying(Reply.Rejected.class, r -> assertThat(r.problems().get(0).code()).isEqualTo(FailureCode.MESSAGE_UNKNOWN));
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M1\",\"original_status\":\"1\",\"original_response\":{\"return_code\":\"0\"}}").isAccepted()).isTrue();
        assertThat(enquiry("{\"return_code\":\"0\",\"msg_id\":\"M1\",\"original_status\":\"1\",\"original_response\":{\"return_code\":\"-30002\"}}")).isInstanceOf(Reply.Rejected.class);
    }

    private Reply reply(String content) {
        return centre.decodeReply(Operation.DECISION_NOTICE, SENT, framed(content));
    }

    private Reply enquiry(String content) {
        return centre.decodeEnquiryReply(Operation.DECISION_NOTICE, SENT, framed(content));
    }

    private static FramedReply framed(String content) {
        return new FramedReply("SM2", new byte[0], null, content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
