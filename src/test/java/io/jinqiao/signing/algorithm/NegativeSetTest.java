package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;

/** Each case is wrong in the one way its name says, and in no other. */
class NegativeSetTest {
    private static final SignaturePair GOOD = Vectors.SM2_SIGNATURE;
    private static final BigInteger N = Curve.SM2.order();

    private final Map<String, byte[]> cases = NegativeSet.of(GOOD, N);

    @Test
    void hasTwelveWrongNumbersAndElevenWrongSpellings() {
        assertThat(cases).hasSize(23);
        assertThat(cases.keySet())
                .contains("r = s = 0", "5000-bit integer", "r + s = n", "negative s")
                .contains("empty", "long-form length", "indefinite length", "leading zero missing", "BIT STRING instead of INTEGER");
    }

    @Test
    void wrongNumbersAreSpeltWell() {
        assertThat(numbers("r + n")).containsExactly(GOOD.r().add(N), GOOD.s());
        assertThat(numbers("negative s")).containsExactly(GOOD.r(), GOOD.s().subtract(N));
        assertThat(numbers("5000-bit integer")[1].bitLength()).isEqualTo(5001);
    }

    private BigInteger[] numbers(String name) {
        ASN1Sequence read = ASN1Sequence.getInstance(cases.get(name));
        assertThat(read.size()).isEqualTo(2);
        return new BigInteger[] {
            ASN1Integer.getInstance(read.getObjectAt(0)).getValue(), ASN1Integer.getInstance(read.getObjectAt(1)).getValue()
        };
    }
}
