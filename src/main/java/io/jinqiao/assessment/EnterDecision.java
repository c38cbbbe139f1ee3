package io.jinqiao.assessment;

/**
 * What the committee decided on a rejected objection, entered by one person; it counts once another person confirmed it.
 *
 * @param objection our number of it
 * @param upheld takes the case out of the score
 * @param reason in writing, told to the bank
 * @param document of the committee
 */
public record EnterDecision(long objection, boolean upheld, String reason, String document, String by) {}
