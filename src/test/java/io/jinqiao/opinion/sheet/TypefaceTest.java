package io.jinqiao.opinion.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypefaceTest {
    private static final Typeface TYPEFACE = Typeface.load();

    @Test
    void hasTheCharactersOfNamesAndForms() {
        assertThat(TYPEFACE.missing("〇堃喆镕昇䶮￥¥×㎡·（）㐂")).isEmpty();
    }

    @Test
    void hasTheRareCharactersOfNames() {
        assertThat(TYPEFACE.missing("𩧢𠅤𬺈𫖯𬴂𣲗")).isEmpty();
        assertThat(TYPEFACE.width("马𩧢")).isEqualTo(2.0);
        assertThat(TYPEFACE.outline(0x299E2).getBounds2D().getHeight()).isBetween(0.7, 1.1);
    }

    @Test
    void namesTheRareCharacterItLacks() {
        assertThat(TYPEFACE.missing("王𬧊")).isEqualTo("U+2C9CA");
    }

    @Test
    void hasNoGlyphForControlCharacters() {
        assertThat(TYPEFACE.missing("王\n明\u0007")).isEqualTo("U+000A U+0007");
    }

    @Test
    void setsHanOneEmWide() {
        assertThat(TYPEFACE.width("住房公积金")).isEqualTo(5.0);
    }
}
