package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaidTest {
    @ParameterizedTest
    @EnumSource(Reply.Cause.class)
    void saysWhyNobodyKnowsInWordsOfBothLanguages(Reply.Cause cause) {
        assertThat(Said.by(new Reply.Unknown(cause, "", null))).matches("未知：\\p{IsHan}+ / unknown: [a-z ]+");
    }

    @Test
    void saysWhatTheyAnsweredAndWhatWasNotSent() {
        assertThat(Said.by(new Reply.Unknown(Reply.Cause.UNSEEN_CODE, "Z97", null))).isEqualTo("未知：未约定的返回码 / unknown: a return code nobody agreed on (Z97)");
        assertThat(Said.by(new Reply.Rejected(List.of(Problem.at("terms.months", FailureCode.FIELD_MISSING)))))
                .startsWith("拒绝 / rejected: field.missing @terms.months: ");
        assertThat(Said.by(new Attempt.NotSent(FailureCode.FIELD_MISSING, "terms", null))).isEqualTo("没有发出 / nothing was sent: field.missing (terms)");
    }
}
