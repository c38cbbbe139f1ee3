package io.jinqiao.repayment;

/**
 * Command: another person agrees with an explanation, or not.
 *
 * @param by log-in name
 */
public record ConfirmExplanation(String differenceNo, boolean confirmed, String by) {}
