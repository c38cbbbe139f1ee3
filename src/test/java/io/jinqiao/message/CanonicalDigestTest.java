package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.samples.SamplePeople;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CanonicalDigestTest {

    /** Stored beside every business key: were it to change, every repeat would look like a conflict. */
    @Test
    void staysWhatItWasForAFixedMessage() {
        assertThat(CanonicalJson.digest(SamplePeople.existingHome()).hex())
                .isEqualTo("992a7b76af353ed1402ca21b342883877a0c1ea0f68de18d11087ac73893c24b");
        assertThat(CanonicalJson.digest(SamplePeople.preSold()).hex())
                .isEqualTo("91b21dfb12aaf8293d71104344d117505bb10bbdc0c054e720d3ab35b492d8cd");
    }

    @Test
    void isTheDigestOfOperationAndSortedText() {
        LoanApplication message = SamplePeople.existingHome();
        String text = "loan-application\n" + CanonicalJson.writeSorted(message.content());
        assertThat(CanonicalJson.digest(message)).isEqualTo(Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
