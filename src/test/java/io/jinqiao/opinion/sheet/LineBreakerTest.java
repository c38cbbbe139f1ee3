package io.jinqiao.opinion.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    private static final Typeface TYPEFACE = Typeface.load();
    private static final LineBreaker BREAKER = new LineBreaker(TYPEFACE);

    @Test
    void neverStartsALineWithAClosingMark() {
        assertThat(BREAKER.lines("借款合同签订，抵押登记办结。", 6)).containsExactly("借款合同签", "订，抵押登记", "办结。");
    }

    @Test
    void neverEndsALineWithAnOpeningMark() {
        assertThat(BREAKER.lines("批准期限为（三百个月）", 6)).containsExactly("批准期限为", "（三百个月）");
    }

    @Test
    void keepsANumberWhole() {
        assertThat(BREAKER.lines("账号六位6222000000017001", 9)).containsExactly("账号六位", "6222000000017001");
    }

    @Test
    void breaksAWordThatIsLongerThanALine() {
        List<String> lines = BREAKER.lines("Wolfeschlegelsteinhausenbergerdorff", 5);

        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> TYPEFACE.width(line) <= 5);
    }

    @Property
    void losesNoCharacterAndFitsTheWidth(@ForAll("texts") String text) {
        List<String> lines = BREAKER.lines(text, 8);

        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
        assertThat(lines).allMatch(line -> TYPEFACE.width(line) <= 8 + 1e-6);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("欧阳若兰示范市住房（）《》，。；：、AB19 ·%").ofMaxLength(60);
    }
}
