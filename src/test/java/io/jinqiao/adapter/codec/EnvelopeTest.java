package io.jinqiao.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.Letters;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.StatusEnquiry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    private final Dialect centre = ShippedFolders.dialect("icbc");
    private final Letters letters = new Letters(centre);
    private final String good = new String(letters.of(SamplePeople.existingHome()).body(), StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"msg_id\":\"ICBC1\"| \"x\":\"y\"| envelope.field_missing msg_id, field.unexpected x",
        "\"msg_id\":\"ICBC1\"| \"msg_id\":\"\"| envelope.field_missing msg_id",
        "\"msg_id\":\"ICBC1\"| \"msg_id\":\"a b\"| field.wrong_form msg_id",
        "\"msg_id\":\"ICBC1\"| \"msg_id\":17| field.wrong_form msg_id",
        "\"timestamp\":\"2026-11-23 09:00:00\"| \"timestamp\":\"2026-11-31 09:00:00\"| field.wrong_form timestamp",
        "\"timestamp\":\"2026-11-23 09:00:00\"| \"timestamp\":\"20261123090000\"| field.wrong_form timestamp",
        "\"sign_type\":\"SM2\"| \"sign_type\":\"MD5\"| field.code_unknown sign_type",
        "\"format\":\"json\"| \"format\":\"xml\"| field.wrong_form format",
        "\"charset\":\"UTF-8\"| \"charset\":\"GBK\"| field.wrong_form charset",
        "\"app_id\":\"10000000000004095501\"| \"app_id\":\"10000000000000203001\"| field.wrong_form app_id",
        "\"format\":\"json\"| \"format\":[\"json\"]| field.wrong_form format"
    })
    void tellsEveryProblemOfTheEnvelope(String from, String to, String told) {
        assertThat(good).contains(from);
        List<Problem> problems = letters.problems(Letters.body(good.replace(from, to)));
        assertThat(problems.stream().map(p -> p.code().code() + " " + p.theirField()))
                .containsExactlyInAnyOrder(told.split(", "));
    }

    @Test
    void tellsAnUnknownAddressWithTheKnownOnes() {
        WireRequest lost = new WireRequest("icbc", "/partners/icbc/api/loans", Map.of(), good.getBytes(StandardCharsets.UTF_8), false, List.of(), null);
        assertThat(letters.problems(lost)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(FailureCode.OPERATION_UNKNOWN);
            assertThat(p.arguments().get(1)).contains(Letters.PATH);
        });
    }

    @Test
    void readsNumberTimeAndSignatureOfAGoodOne() {
        Framed framed = centre.open(Letters.body(good));
        assertThat(framed.operation()).isEqualTo(Operation.LOAN_APPLICATION);
        assertThat(framed.id()).isEqualTo(new MessageId("ICBC1"));
        assertThat(framed.sentAt()).isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
        assertThat(framed.signature()).isEqualTo("c2ln");
        assertThat(new String(framed.signingInput(), StandardCharsets.UTF_8))
                .startsWith(Letters.PATH + "?app_id=10000000000004095501&biz_content={\"app_no\"")
                .endsWith("&charset=UTF-8&format=json&msg_id=ICBC1&sign_type=SM2&timestamp=2026-11-23 09:00:00");
    }

    @Test
    void anUnsignedRequestIsReadAndSaysSo() {
        assertThat(centre.open(Letters.body(good.replace(",\"sign\":\"c2ln\"", ""))).signature()).isNull();
    }

    @Test
    void seesWhatItCanOfABrokenOne() {
        Glimpse glimpse = centre.glimpse(Letters.body(good.substring(0, good.length() - 40)));
        assertThat(glimpse).isEqualTo(new Glimpse(Operation.LOAN_APPLICATION, new MessageId("ICBC1"), "SM2"));
        assertThat(centre.glimpse(Letters.body(new byte[] {(byte) 0xff})).id()).isNull();
        assertThat(centre.glimpse(Letters.body("")).operation()).isEqualTo(Operation.LOAN_APPLICATION);
    }

    @Test
    void refusesWhatTheCentreItselfSays() {
        StatusEnquiry enquiry = new StatusEnquiry("X1", Operation.DECISION_NOTICE);
        WireCall call = centre.finishRequest(centre.request(enquiry, new MessageId("C1"), Instant.EPOCH), "c2ln");
        WireRequest back = new WireRequest("icbc", call.path(), Map.of(), call.body(), false, List.of(), null);
        assertThat(letters.problems(back)).extracting(Problem::code).contains(FailureCode.OPERATION_UNKNOWN);
        assertThat(centre.mirrored().decode(centre.mirrored().open(back))).isEqualTo(enquiry);
    }

    @Test
    void doesNotSendWhatOnlyThePartnerSays() {
        assertThatThrownBy(() -> centre.request(SamplePeople.existingHome(), new MessageId("C1"), Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loan-application");
        assertThat(centre.mirrored().mirrored()).isSameAs(centre);
    }

    @Test
    void writesNoSignatureWhereTheChannelIsTheProof() {
        StatusEnquiry enquiry = new StatusEnquiry("X1", Operation.DECISION_NOTICE);
        WireCall call = centre.finishRequest(centre.request(enquiry, new MessageId("C1"), Instant.EPOCH), "");
        assertThat(new String(call.body(), StandardCharsets.UTF_8)).doesNotContain("\"sign\"");
    }

    @Test
    void aRefusalOfSomethingUnreadableIsSignedWithOurOwnProfileAndNamesNoMessage() {
        Unsigned refusal = centre.refusal(
                Glimpse.NOTHING, List.of(Problem.of(FailureCode.FRAME_UNREADABLE, "not JSON")), new MessageId("A1"), Instant.EPOCH);
        assertThat(refusal.signType()).isEqualTo("SM2");
        String body = new String(centre.finishAnswer(refusal, "c2ln").body(), StandardCharsets.UTF_8);
        assertThat(body)
                .startsWith("{\"response_biz_content\":{\"return_code\":\"-10001\"")
                .contains("envelope.unreadable")
                .contains("报文无法读取")
                .contains("cannot be read")
                .doesNotContain("msg_id")
                .endsWith("},\"sign_type\":\"SM2\",\"sign\":\"c2ln\"}");
    }
}
