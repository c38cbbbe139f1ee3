package io.jinqiao.credit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.credit.ledger.Identifiers.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private static Identifiers after(String... steps) {
        return new Identifiers(List.of(steps).stream().map(step -> step.split(" ")).map(step -> new Step(step[0], step[1])).toList());
    }

    @Test
    void whatNeverChangedHasTheOneItWasMadeWith() {
        assertThat(after().now("A")).isEqualTo("A");
        assertThat(after("B C").current("A")).isEqualTo("A");
    }

    @Test
    void oneThingIsFoundByEveryIdentifierItEverHad() {
        Identifiers known = after("A B", "B C", "X Y");
        assertThat(List.of("A", "B", "C")).allMatch(one -> known.current(one).equals("C") && known.made(one).equals("A"));
        assertThat(known.now("A")).isEqualTo("C");
        assertThat(known.now("X")).isEqualTo("Y");
    }

    @Test
    void itMayTakeBackOneItHad() {
        Identifiers known = after("A B", "B A");
        assertThat(known.now("A")).isEqualTo("A");
        assertThat(known.current("B")).isEqualTo("A");
        assertThat(known.anothers("B", "A")).isFalse();
    }

    @Test
    void whatOneGaveUpIsNobodyElses() {
        Identifiers known = after("A B", "X Y");
        assertThat(known.anothers("A", "Y")).isTrue();
        assertThat(known.anothers("B", "X")).isTrue();
        assertThat(known.anothers("A", "Q")).isTrue();
        assertThat(known.anothers("A", "B")).isFalse();
        assertThat(known.anothers("Q", "B")).isFalse();
    }
}
