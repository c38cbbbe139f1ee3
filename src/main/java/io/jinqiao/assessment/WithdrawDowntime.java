package io.jinqiao.assessment;

/**
 * A confirmed downtime counts no more, once another person confirms it: in no period that is not frozen yet. A bank's maintenance only as it was announced, before it begins.
 *
 * @param number of the downtime
 * @param document why it was wrong, or will not be
 */
public record WithdrawDowntime(long number, String document, String by) {}
