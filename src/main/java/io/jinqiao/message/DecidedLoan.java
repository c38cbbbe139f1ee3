package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * A decision that was taken, between the loan that took it and the opinion that seals it.
 *
 * @param outcome the answer to who decided, and the notice to the bank
 * @param approved what to seal; null when the application was rejected
 */
public record DecidedLoan(Outcome outcome, @Nullable ApprovedLoan approved) {}
