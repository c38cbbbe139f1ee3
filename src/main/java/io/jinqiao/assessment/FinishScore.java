package io.jinqiao.assessment;

/** The score becomes final once the days to object are over and every objection is ruled on; the fee follows from it and the bank is told both. */
public record FinishScore(String periodNo, String by) {}
