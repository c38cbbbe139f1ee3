package io.jinqiao.workbench.simulate.bank;

/**
 * What a bank finds wrong with a message, and where in its own words.
 *
 * @param field empty when the whole message is meant
 */
record Complaint(String field, String words) {}
