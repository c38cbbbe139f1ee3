package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"wang li", "WANG LI", "wangli", " Wang  Li ", "\uFF37ang Li", "wang\u200Bli", "wang\u3000li", "Wang\tLi\u0000"})
    void anotherSpellingIsNotAnotherPerson(String name) {
        assertThat(PersonName.same("Wang Li", name)).isTrue();
        assertThat(PersonName.same(name, "Wang Li")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang", "wang li 2", "王丽", ""})
    void anotherNameIsAnotherPerson(String name) {
        assertThat(PersonName.same("Wang Li", name)).isFalse();
    }

    @Test
    void aNameOfNothingToSeeIsNone() {
        assertThat(PersonName.isEmpty(" \u200B\u3000\t")).isTrue();
        assertThat(PersonName.isEmpty("")).isTrue();
        assertThat(PersonName.isEmpty(" x ")).isFalse();
    }
}
