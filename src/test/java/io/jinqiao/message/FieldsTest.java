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
}
