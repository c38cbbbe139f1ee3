package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000", "\t", "\u200b", "\u00a0\u3000 "})
    void refusesATextInWhichThereIsNothingToSee(String name) {
        Fields fields = Fields.of(Content.group().put("name", name).build());
        fields.text("name", 60);
        Refusal refusal = catchThrowableOfType(Refusal.class, fields::refuseProblems);
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly(FailureCode.FIELD_EMPTY);
        assertThat(refusal.problems().get(0).field()).isEqualTo("name");
    }

    @Test
    void takesANameWithABlankInIt() {
        Fields fields = Fields.of(Content.group().put("name", "阿依 \u00b7 古丽").build());
        assertThat(fields.text("name", 60)).isEqualTo("阿依 \u00b7 古丽");
        fields.refuseProblems();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1899-12-31", "+10000-01-01", "2026-02-30", "20260301"})
    void refusesADayNobodyMeans(String day) {
        Fields fields = Fields.of(Content.group().put("day", day).build());
        fields.date("day");
        Refusal refusal = catchThrowableOfType(Refusal.class, fields::refuseProblems);
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly(FailureCode.FIELD_WRONG_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-11-24", "9999-12-31"})
    void takesADayThatMayBeMeant(String day) {
        Fields fields = Fields.of(Content.group().put("day", day).build());
        assertThat(fields.date("day")).hasToString(day);
        fields.refuseProblems();
    }
}
