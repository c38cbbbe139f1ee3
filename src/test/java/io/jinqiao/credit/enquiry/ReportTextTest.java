package io.jinqiao.credit.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final int MOST = 1 << 20;

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void refuses(String text, String why) {
        assertThatThrownBy(() -> ReportText.of(text, MOST)).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.CREDIT_REPORT_UNREADABLE);
            assertThat(problem.arguments()).first().asString().contains(why);
        }));
    }

    @Test
    void unpacksWhatTheCenterSends() throws IOException {
        assertThat(ReportText.of(base64(packed("<报告/>".getBytes(StandardCharsets.UTF_8))), MOST)).isEqualTo("<报告/>");
    }

    @Test
    void refusesWhatIsNotPacked() {
        refuses(base64("<报告/>".getBytes(StandardCharsets.UTF_8)), "no gzip");
        refuses("", "no gzip");
    }

    @Test
    void refusesABombWhileItGrows() throws IOException {
        refuses(base64(packed(new byte[100 << 20])), "larger than 1048576 bytes");
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        byte[] whole = packed("<报告>很长</报告>".repeat(100).getBytes(StandardCharsets.UTF_8));
        refuses(base64(Arrays.copyOf(whole, whole.length / 2)), "cut off");
        refuses("QUJ", "no gzip");
        refuses("QUJDR", "no Base64");
    }

    @Test
    void refusesWhatIsNoUtf8() throws IOException {
        refuses(base64(packed("报告".getBytes(Charset.forName("GB18030")))), "no UTF-8");
    }
}
