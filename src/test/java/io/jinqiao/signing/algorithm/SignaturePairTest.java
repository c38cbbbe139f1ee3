package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturePairTest {
    private static final HexFormat HEX = HexFormat.of();

    @Provide
    Arbitrary<BigInteger> numbers() {
        BigInteger top = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, top),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(70_000)),
                Arbitraries.of(top, top.shiftRight(1), BigInteger.ONE.shiftLeft(255), BigInteger.ONE.shiftLeft(247)));
    }

    @Property(tries = 500)
    void bothFormsGiveThePairBack(@ForAll("numbers") BigInteger r, @ForAll("numbers") BigInteger s) throws Exception {
        SignaturePair pair = new SignaturePair(r, s);
        assertThat(SignaturePair.ofRaw(pair.raw())).isEqualTo(pair);
        assertThat(SignaturePair.ofDer(pair.der())).isEqualTo(pair);
    }

    @Property(tries = 300)
    void writesTheDerThatBouncyCastleWrites(@ForAll("numbers") BigInteger r, @ForAll("numbers") BigInteger s)
            throws Exception {
        ASN1EncodableVector both = new ASN1EncodableVector();
        both.add(new ASN1Integer(r));
        both.add(new ASN1Integer(s));
        assertThat(new SignaturePair(r, s).der()).isEqualTo(new DERSequence(both).getEncoded());
    }

    @Property(tries = 1000)
    void whateverIsReadIsTheOnlySpelling(
            @ForAll("numbers") BigInteger r,
            @ForAll("numbers") BigInteger s,
            @ForAll @Size(max = 3) Set<Integer> places,
            @ForAll byte change) {
        byte[] der = new SignaturePair(r, s).der();
        for (int place : new TreeSet<>(places)) {
            der[Math.floorMod(place, der.length)] ^= change;
        }
        try {
            assertThat(SignaturePair.ofDer(der).der()).isEqualTo(der);
        } catch (MalformedSignature e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'', no DER SEQUENCE over the whole signature",
        "30, no DER SEQUENCE over the whole signature",
        "3106020101020101, no DER SEQUENCE over the whole signature",
        "3005020101020101, no DER SEQUENCE over the whole signature",
        "3000, no INTEGER at byte 2",
        "3001ff, no INTEGER at byte 2",
        "3003020101, no INTEGER at byte 5",
        "3006030101020101, no INTEGER at byte 2",
        "3006020101030101, no INTEGER at byte 5",
        "30050200020101, length of the INTEGER at byte 2",
        "3006028101020101, length of the INTEGER at byte 2",
        "3006020101020201, length of the INTEGER at byte 5",
        "3006020104020181, negative INTEGER at byte 5",
        "3006020180020101, negative INTEGER at byte 2",
        "300702020001020101, needless leading zero at byte 2",
        "300702020000020101, needless leading zero at byte 2",
        "30020200, length of the INTEGER at byte 2",
        "3007020200ff02017f0101, no DER SEQUENCE over the whole signature",
        "3008020101020101aabb, bytes after the second INTEGER"
    })
    void refusesEveryOtherSpelling(String hex, String why) {
        assertThatThrownBy(() -> SignaturePair.ofDer(HEX.parseHex(hex)))
                .isInstanceOf(MalformedSignature.class)
                .hasMessage(why);
    }

    @Test
    void refusesANumberAbove256BitsWithOrWithoutAZeroInFront() {
        String tooLong = "7f" + "ff".repeat(32);
        assertThatThrownBy(() -> SignaturePair.ofDer(HEX.parseHex("3026" + "0221" + tooLong + "020101")))
                .hasMessage("INTEGER above 256 bits at byte 2");
        String longer = "00" + "ff".repeat(33);
        assertThatThrownBy(() -> SignaturePair.ofDer(HEX.parseHex("3027" + "0222" + longer + "020101")))
                .hasMessage("length of the INTEGER at byte 2");
    }

    @Test
    void readsZeroAsANumber() throws MalformedSignature {
        assertThat(SignaturePair.ofDer(HEX.parseHex("3006020100020100")))
                .isEqualTo(new SignaturePair(BigInteger.ZERO, BigInteger.ZERO));
    }

    @Test
    void refusesRawOfAnyOtherLength() {
        for (int length : new int[] {0, 1, 63, 65, 128}) {
            assertThatThrownBy(() -> SignaturePair.ofRaw(new byte[length]))
                    .isInstanceOf(MalformedSignature.class)
                    .hasMessage("expected 64 bytes, got " + length);
        }
    }
}
