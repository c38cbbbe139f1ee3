package io.jinqiao.assessment;

/**
 * One person's ruling on a contested case; it counts once another person confirmed it.
 *
 * @param objection our number of it
 * @param upheld takes the case out of the score
 * @param reason in writing, told to the bank
 */
public record RuleObjection(long objection, boolean upheld, String reason, String by) {}
