package io.jinqiao.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import org.junit.jupiter.api.Test;

class OfficerTest {

    @Test
    void whoActsInTheOwnNameIsTheCallerToo() {
        Officer wang = new Officer(" Wang ", "reviewer");

        assertThat(wang.name()).isEqualTo("Wang");
        assertThat(wang.isSamePerson("WANG")).isTrue();
        assertThat(wang.isSamePerson("li")).isFalse();
        assertThat(wang.isSameCaller("wang")).isTrue();
        assertThat(new Officer("wang", "reviewer", "api:core").isSameCaller("wang")).isFalse();
        assertThat(new Officer("wang", "reviewer", "api:core").isSameCaller("API:core")).isTrue();
    }

    @Test
    void nameRoleAndCallerAreSaidWithinTheirBounds() {
        assertThat(new Officer("n".repeat(64), "r".repeat(40)).name()).hasSize(64);
        assertThat(problem("n".repeat(65), "reviewer", "x")).isEqualTo(Problem.at("by.name", FailureCode.FIELD_WRONG_FORM, "1-64"));
        assertThat(problem("\u200B", "reviewer", "x")).isEqualTo(Problem.at("by.name", FailureCode.FIELD_WRONG_FORM, "1-64"));
        assertThat(problem("n", "r".repeat(41), "x")).isEqualTo(Problem.at("by.role", FailureCode.FIELD_WRONG_FORM, "1-40"));
        assertThat(problem("n", " ", "x")).isEqualTo(Problem.at("by.role", FailureCode.FIELD_WRONG_FORM, "1-40"));
        assertThat(problem("n", "reviewer", " \u3000")).isEqualTo(Problem.at("by.caller", FailureCode.FIELD_MISSING));
    }

    private static Problem problem(String name, String role, String caller) {
        return catchThrowableOfType(Refusal.class, () -> new Officer(name, role, caller)).problems().get(0);
    }
}
