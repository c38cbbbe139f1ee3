package io.jinqiao.assessment;

/**
 * @param proposal number of the proposal
 * @param confirmed false turns it down
 * @param by log-in name; another person than who proposed
 */
public record ConfirmStanding(long proposal, boolean confirmed, String by) {}
