package io.jinqiao.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.adapter.descriptor.FrameForm.Counts;
import io.jinqiao.adapter.descriptor.FrameForm.Written;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers with a length, and forms. */
class FramingTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final LengthPrefix FLAGGED = prefix("0", Written.DIGITS_THEN_BLANKS, 6, Counts.MESSAGE);

    @ParameterizedTest
    @CsvSource({
        "'0', DIGITS_THEN_BLANKS, 6, MESSAGE,            '05     公x'",
        "'0', DIGITS_THEN_BLANKS, 6, LENGTH_AND_MESSAGE, '011    公x'",
        "'0', DIGITS_THEN_BLANKS, 6, HEADER_AND_MESSAGE, '012    公x'",
        "'',  ZEROS_THEN_DIGITS,  8, MESSAGE,            '00000005公x'",
        "'',  ZEROS_THEN_DIGITS,  6, HEADER_AND_MESSAGE, '000011公x'"
    })
    void countsBytesTheWayThePartnerDoes(String flag, Written written, int width, Counts counts, String expected) {
        LengthPrefix prefix = prefix(flag, written, width, counts);
        byte[] frame = expected.replace("公x", "公公x").getBytes(GBK);
        assertThat(prefix.bytes("公公x")).isEqualTo(frame);
        assertThat(prefix.text(frame, false, 100, null)).isEqualTo("公公x");
        assertThat(prefix.announced(frame)).isEqualTo(5);
    }

    @Test
    void writesABinaryLengthInNetworkOrder() {
        LengthPrefix prefix = prefix("", Written.BINARY, 4, Counts.LENGTH_AND_MESSAGE);
        assertThat(Arrays.copyOf(prefix.bytes("x".repeat(300)), 4)).containsExactly(0, 0, 1, 48);
        assertThat(prefix.announced(new byte[] {(byte) 0x3b, (byte) 0x9a, (byte) 0xca, 4})).isEqualTo(1_000_000_000L);
        assertThat(prefix.announced(new byte[] {0, 0, 0, 3})).isEqualTo(LengthPrefix.NO_HEADER);
    }

    @ParameterizedTest
    @CsvSource({
        "'15     abcde', a header",
        "'0      abcde', a header",
        "'0    5 abcde', a header",
        "'05 5   abcde', a header",
        "'0-5    abcde', a header",
        "'0+5    abcde', a header",
        "'05',           a header",
        "'04     abcde', 'announces 4 bytes, 5 came'",
        "'06     abcde', 'announces 6 bytes, 5 came'",
        "'0999999abcde', 'announces 999999 bytes, 5 came'"
    })
    void refusesAHeaderThatIsNoneOrLies(String frame, String told) {
        Refusal refusal = refusal(frame.getBytes(GBK), 100);
        assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.FRAME_UNREADABLE);
        assertThat(refusal.problems().get(0).arguments().get(0)).contains(told);
    }

    @Test
    void refusesHalfACharacterAtTheEndByItsPlace() {
        byte[] half = {'0', '3', ' ', ' ', ' ', ' ', ' ', 'a', 'b', (byte) 0xb9};
        Refusal refusal = refusal(half, 100);
        assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.CHARSET_WRONG);
        assertThat(refusal.problems().get(0).arguments()).containsExactly("GBK", "3");
    }

    @Test
    void refusesWhatIsOverTheLimitBothWays() {
        assertThat(refusal("05     abcde".getBytes(GBK), 11).problems().get(0).code()).isEqualTo(FailureCode.FRAME_TOO_LARGE);
        Refusal tooLong = catchThrowableOfType(Refusal.class, () -> FLAGGED.bytes("x".repeat(1_000_000)));
        assertThat(tooLong.problems().get(0).code()).isEqualTo(FailureCode.FRAME_TOO_LARGE);
        assertThat(tooLong.problems().get(0).arguments()).containsExactly("999999");
    }

    @Test
    void readsTheOneFieldOfAForm() {
        HttpForm form = new HttpForm("requestXml", GB18030);
        String text = "<TX>公积金 𬱖 + & = %</TX>";
        assertThat(new String(form.bytes(text), StandardCharsets.US_ASCII)).startsWith("requestXml=%3CTX%3E%B9%AB");
        assertThat(form.text(form.bytes(text), false, 1000, "application/x-www-form-urlencoded; charset=GB18030")).isEqualTo(text);
        assertThat(form.text("requestXml=a+b%2b%2B".getBytes(StandardCharsets.US_ASCII), false, 100, null)).isEqualTo("a b++");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ENVELOPE_FIELD_MISSING", "requestXml, ENVELOPE_FIELD_MISSING", "xml=1, ENVELOPE_FIELD_MISSING", "'x&requestXml=1', ENVELOPE_FIELD_MISSING",
        "requestXml=%4, FRAME_UNREADABLE", "requestXml=%, FRAME_UNREADABLE", "requestXml=%zz, FRAME_UNREADABLE", "requestXml=%-1, FRAME_UNREADABLE",
        "requestXml=1&requestXml=2, MEMBER_DUPLICATE", "requestXml=1&other=2, FIELD_UNEXPECTED", "requestXml=%B9, CHARSET_WRONG"
    })
    void refusesAFormWithAnythingElse(String body, FailureCode code) {
        HttpForm form = new HttpForm("requestXml", GB18030);
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> form.text(body.getBytes(StandardCharsets.US_ASCII), false, 1000, null));
        assertThat(refusal.problems().get(0).code()).isEqualTo(code);
    }

    private static Refusal refusal(byte[] frame, int limit) {
        return catchThrowableOfType(Refusal.class, () -> FLAGGED.text(frame, false, limit, null));
    }

    private static LengthPrefix prefix(String flag, Written written, int width, Counts counts) {
        return new LengthPrefix(new FrameForm(flag, written, width, counts), GBK);
    }
}
