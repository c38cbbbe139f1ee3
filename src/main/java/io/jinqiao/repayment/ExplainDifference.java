package io.jinqiao.repayment;

/**
 * Command: say why two books differ.
 *
 * @param explanation 1 to 500 characters
 * @param by log-in name
 */
public record ExplainDifference(String differenceNo, String explanation, String by) {}
