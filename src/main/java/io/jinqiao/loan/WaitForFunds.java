package io.jinqiao.loan;

/**
 * Starts or ends waiting for funds (轮候); the clocks stand still meanwhile.
 *
 * @param waiting true starts it, false ends it
 */
public record WaitForFunds(String acceptanceNo, boolean waiting, String reason, Officer by) {}
