package io.jinqiao.credit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentGateTest {
    private static final List<String> PARTS = List.of("borrower", "co-borrower-1", "guarantor-2");

    @Test
    void theFirstRecordWaitsForEverybodyWhoDidNotConsent() {
        assertThat(ConsentGate.holds(PARTS, Set.of("borrower"), false)).containsExactly("co-borrower-1", "guarantor-2");
        assertThat(ConsentGate.holds(PARTS, Set.copyOf(PARTS), false)).isEmpty();
    }

    @Test
    void whatTheCenterKnowsIsKeptRightWithoutOne() {
        assertThat(ConsentGate.holds(PARTS, Set.of(), true)).isEmpty();
    }
}
