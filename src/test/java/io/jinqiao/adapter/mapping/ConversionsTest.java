package io.jinqiao.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Money;
import io.jinqiao.message.PlainText;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Property
    void everyAmountGoesOutAndComesBack(@ForAll @LongRange(min = 0, max = Money.MAX_FEN) long fen) {
        for (String unit : new String[] {"money:fen", "money:yuan-2"}) {
            Conversion money = Conversions.named(unit);
            assertThat(money.toOurs(money.toTheirs("" + fen))).isEqualTo("" + fen);
        }
        Conversion wan = Conversions.named("money:wan-yuan-4");
        long wholeYuan = fen / 100 * 100;
        assertThat(wan.toOurs(wan.toTheirs("" + wholeYuan))).isEqualTo("" + wholeYuan);
    }

    /** Two million amounts of every size, in each unit: what comes back is what went out, or it never went out. */
    @Test
    void noAmountLosesAnythingInAnyUnit() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(20261128);
        Conversion fen = Conversions.named("money:fen");
        Conversion yuan = Conversions.named("money:yuan-2");
        Conversion wan = Conversions.named("money:wan-yuan-4");
        int refused = 0;
        for (int i = 0; i < 2_000_000; i++) {
            long amount = random.nextLong(Money.MAX_FEN >> random.nextInt(46)) + 1;
            String ours = Long.toString(i % 2 == 0 ? amount : Math.max(100, amount / 100 * 100));
            boolean wholeYuan = ours.endsWith("00");
            if (!ours.equals(fen.toOurs(fen.toTheirs(ours))) || !ours.equals(yuan.toOurs(yuan.toTheirs(ours)))) {
                throw new AssertionError(ours);
            }
            try {
                if (!ours.equals(wan.toOurs(wan.toTheirs(ours))) || !wholeYuan) {
                    throw new AssertionError(ours);
                }
            } catch (IllegalValue e) {
                refused++;
                assertThat(wholeYuan).isFalse();
            }
        }
        assertThat(refused).isBetween(500_000, 1_000_000);
    }

    /** 600 000 yuan, as the registry's national form and as its application form write them. */
    @Test
    void oneAmountHasItsTextInEachUnit() {
        assertThat(Conversions.named("money:wan-yuan-4").toTheirs("60000000")).isEqualTo("60.0000");
        assertThat(Conversions.named("money:yuan-2").toTheirs("60000000")).isEqualTo("600000.00");
        assertThat(Conversions.named("money:wan-yuan-4").toOurs("60")).isEqualTo("60000000");
    }

    @Property
    void yuanAreWrittenWithTwoDecimals(@ForAll @LongRange(min = 0, max = Money.MAX_FEN) long fen) {
        assertThat(Conversions.named("money:yuan-2").toTheirs("" + fen)).isEqualTo(BigDecimal.valueOf(fen, 2).toPlainString());
    }

    @Test
    void refusesWhatTheUnitCannotHold() {
        assertCode(FailureCode.AMOUNT_PRECISION, () -> Conversions.named("money:wan-yuan-4").toTheirs("12345"));
        assertThat(Conversions.named("money:wan-yuan-4").toTheirs("12300")).isEqualTo("0.0123");
        assertCode(FailureCode.AMOUNT_PRECISION, () -> Conversions.named("money:yuan-2").toOurs("1.005"));
        assertCode(FailureCode.FIELD_WRONG_FORM, () -> Conversions.named("money:fen").toOurs(""));
    }

    @Property(tries = 2000)
    void anyTextIsTheAmountItSaysOrRefused(@ForAll("nearlyAmounts") String text) {
        try {
            String fen = Conversions.named("money:yuan-2").toOurs(text);
            assertThat(new BigDecimal(text).movePointRight(2)).isEqualByComparingTo(new BigDecimal(fen));
        } catch (IllegalValue e) {
            assertThat(text.matches("(0|[1-9][0-9]{0,12})(\\.[0-9]{1,2})?")).isFalse();
        }
    }

    @Provide
    Arbitrary<String> nearlyAmounts() {
        return Arbitraries.strings().withChars("0123456789.-+ １e").ofMaxLength(20);
    }

    @Property
    void everyDateGoesOutAndComesBack(@ForAll @IntRange(min = 0, max = 80_000) int days) {
        String date = LocalDate.of(1900, 1, 1).plusDays(days).toString();
        for (String pattern : new String[] {"date:yyyyMMdd", "date:yyyy-MM-dd", "date:yyyy/MM/dd", "date:dd.MM.yyyy"}) {
            Conversion conversion = Conversions.named(pattern);
            assertThat(conversion.toOurs(conversion.toTheirs(date))).isEqualTo(date);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260229", "20261301", "2026-1-1", "2026010", "202601011", "００００００００", "", "abcdefgh", "-2026010"})
    void refusesDaysThatDoNotExist(String text) {
        assertCode(FailureCode.FIELD_WRONG_FORM, () -> Conversions.named("date:yyyyMMdd").toOurs(text));
    }

    @Property
    void everySecondGoesOutAndComesBack(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Conversion conversion = Conversions.named("instant:yyyy-MM-dd HH:mm:ss@Asia/Shanghai");
        String instant = Instant.ofEpochSecond(second).toString();
        String back = conversion.toOurs(conversion.toTheirs(instant));
        // clocks in Shanghai were put back in the autumns of 1986 to 1991: one local hour each year means two
        assertThat(Math.abs(Instant.parse(back).getEpochSecond() - second)).isIn(0L, 3600L);
    }

    @Test
    void anInstantIsLocalTimeOfItsZone() {
        Conversion conversion = Conversions.named("instant:yyyyMMddHHmmss@Asia/Shanghai");
        assertThat(conversion.toOurs("20261123090300")).isEqualTo("2026-11-23T01:03:00Z");
        assertThat(conversion.toTheirs("2026-11-23T01:03:00.999Z")).isEqualTo("20261123090300");
    }

    @Test
    void flagsDecimalsBase64HexAndPadding() {
        assertThat(Conversions.named("flag:Y/N").toOurs("Y")).isEqualTo("true");
        assertThat(Conversions.named("flag:Y/N").toTheirs("false")).isEqualTo("N");
        assertCode(FailureCode.CODE_UNKNOWN, () -> Conversions.named("flag:Y/N").toOurs("y"));
        assertThat(Conversions.named("decimal:2").toOurs("89.5")).isEqualTo("89.50");
        assertCode(FailureCode.FIELD_WRONG_FORM, () -> Conversions.named("decimal:2").toOurs("1.2.3"));
        assertCode(FailureCode.FIELD_WRONG_FORM, () -> Conversions.named("base64").toOurs("ab=c"));
        assertCode(FailureCode.FIELD_WRONG_FORM, () -> Conversions.named("base64").toOurs("abc"));
        assertThat(Conversions.named("base64").toOurs("YWI=")).isEqualTo("YWI=");
        assertThat(Conversions.named("hex:upper").toTheirs("0af")).isEqualTo("0AF");
        assertThat(Conversions.named("pad-left:0:6").toTheirs("42")).isEqualTo("000042");
        assertThat(Conversions.named("pad-left:0:6").toOurs("000000")).isEqualTo("0");
        assertThat(Conversions.named("pad-right: :4").toOurs("ab  ")).isEqualTo("ab");
        assertCode(FailureCode.FIELD_TOO_LONG, () -> Conversions.named("pad-left:0:2").toTheirs("123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "money", "money:jiao", "date:", "date:yyyyMM", "date:qqqqqq", "instant:yyyyMMdd@Asia/Shanghai", "instant:yyyyMMddHHmmss", "instant:yyyyMMddHHmmss@Nowhere", "flag:1", "flag:1/1", "digits:3", "decimal:x", "hex:lower", "pad-left:0:0", "pad-left:00:3", "script:x"})
    void refusesConversionsItDoesNotKnow(String name) {
        assertThatThrownBy(() -> Conversions.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aCutTextFitsItsBytesAndEndsBetweenCharacters(
            @ForAll("chinese") String text, @ForAll @IntRange(min = 1, max = 60) int max) {
        String cut = new Length(max, GB18030, true).fit(text);
        assertThat(cut.getBytes(GB18030).length).isLessThanOrEqualTo(max);
        assertThat(text).startsWith(cut);
        assertThat(PlainText.hasLoneSurrogate(cut)).isFalse();
        if (cut.length() < text.length()) {
            String next = text.substring(0, text.offsetByCodePoints(cut.length(), 1));
            assertThat(next.getBytes(GB18030).length).isGreaterThan(max);
        }
    }

    @Property
    void charactersAreCodePoints(@ForAll("chinese") String text) {
        int count = text.codePointCount(0, text.length());
        new Length(Math.max(1, count), null, false).check(text);
        if (count > 1) {
            assertCode(FailureCode.FIELD_TOO_LONG, () -> new Length(count - 1, null, false).check(text));
        }
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.of("沐", "䶮", "𬱖", "a", "，", "1").list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Test
    void severalCodesMayMeanOneWordAndTheFirstIsWritten() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("01", "fund");
        codes.put("1", "fund");
        codes.put("02", "combined");
        CodeTable table = new CodeTable(codes);
        assertThat(table.toOurs("1")).isEqualTo("fund");
        assertThat(table.toTheirs("fund")).isEqualTo("01");
        assertCode(FailureCode.CODE_UNKNOWN, () -> table.toOurs("03"));
        assertCode(FailureCode.CODE_UNKNOWN, () -> table.toTheirs("other"));
    }

    private static void assertCode(FailureCode code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(IllegalValue.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
