package io.jinqiao.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says it adds up to, where an amount in it is none. */
class TallyTest {
    private final FileSample sample = FileSample.daily("psbc");
    private final Gathered gathered = new Gathered();
    private final Tally tally = new Tally(Grammar.request(FileKind.REPAYMENT_STATUS), StandardCharsets.UTF_8, gathered);
    private final long told = Long.parseLong(String.valueOf(sample.head().text("paid")));

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "999999999999999999999", "x"})
    void aTotalIsWrongWhenItIsLessThanTheAmountsThatCanBeRead(String amount) {
        long readable = read(amount);
        assertThat(gathered.refused).hasSize(1);
        assertThat(refusal(readable - 1)).isEqualTo("[file.total_wrong line 6]");
        assertThat(refusal(readable)).isNull();
    }

    @Test
    void aTotalThatMayHoldTheAmountNobodyCanReadIsNotHeldAgainstTheFile() {
        read("x");
        assertThat(refusal(told)).isNull();
        assertThat(refusal(told + 1)).isNull();
    }

    @Test
    void theOtherTotalIsComparedAllTheSame() {
        read("x");
        Content.Group head = sample.head().with("unpaid", "" + (Long.parseLong(String.valueOf(sample.head().text("unpaid"))) + 1));
        assertThat(refusal(head)).isEqualTo("[file.total_wrong line 6]");
    }

    @Test
    void rowsOfWhichNothingCanBeReadCountAsRows() {
        read("1");
        tally.refuse(6, List.of());
        assertThat(refusal(sample.head())).isEqualTo("[file.count_wrong line 6]");
    }

    /** The rows of the sample, with this as the principal paid by the first. @return sum of the others */
    private long read(String amount) {
        Content.Group paid = (Content.Group) sample.rows().get(0).get("paid");
        for (int i = 0; i < sample.rows().size(); i++) {
            Content.Group row = sample.rows().get(i);
            tally.read(i + 2, i == 0 ? row.with("paid", paid.with("principal", amount)) : row, List.of(), UnaryOperator.identity());
        }
        return told - Long.parseLong(String.valueOf(paid.text("principal")));
    }

    private @Nullable String refusal(long total) {
        return refusal(sample.head().with("paid", "" + total));
    }

    private @Nullable String refusal(Content.Group head) {
        FileRefusal refusal = catchThrowableOfType(FileRefusal.class, () -> tally.compare(head, 6, UnaryOperator.identity()));
        return refusal == null ? null : refusal.getMessage();
    }
}
