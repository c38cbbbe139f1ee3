package io.jinqiao.adapter.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMembersTest {
    private static final int DEEPEST = 4;

    @Test
    void everyGroupIsTheTextThatStandsThere() {
        assertThat(of("{ \"head\" : { \"a\" : [1, {}] } ,\"body\":{}}")).isEqualTo(Map.of("head", "{ \"a\" : [1, {}] }", "body", "{}"));
    }

    /** Also of those nobody agreed on: how deep a member is, is told before what it is called. */
    @ParameterizedTest
    @CsvSource({"head, {", "body, [", "x, {", "x, ["})
    void noMemberGoesDeeperThanAllowed(String member, String open) {
        String deep = "{\"body\":{},\"head\":{},\"other-" + member + "\":%s}";
        assertThat(codes(deep.formatted(nested(open, DEEPEST)))).containsExactly(FailureCode.FIELD_UNEXPECTED);
        assertThat(codes(deep.formatted(nested(open, DEEPEST + 1)))).containsExactly(FailureCode.FRAME_TOO_DEEP);
        assertThat(codes("{\"" + member + "\":" + nested(open, DEEPEST + 1))).containsExactly(FailureCode.FRAME_TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"head\":{\"a\":1", "{\"head\":", "{\"head\":{}", "[]", "{\"head\":{}} {}"})
    void whatIsNoObjectIsUnreadable(String text) {
        assertThat(codes(text)).containsExactly(FailureCode.FRAME_UNREADABLE);
    }

    private static String nested(String open, int levels) {
        return open.equals("{")
                ? "{\"y\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1)
                : "[".repeat(levels) + "]".repeat(levels);
    }

    private static Map<String, String> of(String text) {
        return JsonMembers.of(text, Set.of("head", "body"), true, DEEPEST);
    }

    private static Iterable<FailureCode> codes(String text) {
        try {
            of(text);
            return Set.of();
        } catch (Refusal refusal) {
            return refusal.problems().stream().map(io.jinqiao.message.Problem::code).toList();
        }
    }
}
