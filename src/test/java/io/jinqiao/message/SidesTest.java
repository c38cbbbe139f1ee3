package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidesTest {

    @Test
    void eachReaderGetsTheirOwnLanguageOnly() {
        Problem problem = Problem.at("borrower.identity", FailureCode.CHECK_DIGIT_WRONG, "身份证号 / identity number");
        assertThat(problem.text(Locale.CHINESE)).contains("身份证号").doesNotContain("identity number", "/");
        assertThat(problem.text(Locale.ENGLISH)).contains("identity number").doesNotContain("身份证号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yyyy-MM-dd", "省(年)地名不动产权第…号 / 不动产证明第…号", "a / b", "首付 15% / 20%", "0-9 A-Z / a-z", "身份证号/identity number", " / ", ""})
    void whatSaysSomethingElseOnEitherSideStaysWhole(String text) {
        assertThat(Words.side(text, Locale.CHINESE)).isEqualTo(text);
        assertThat(Words.side(text, Locale.ENGLISH)).isEqualTo(text);
    }
}
