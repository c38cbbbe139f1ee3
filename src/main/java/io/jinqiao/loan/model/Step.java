package io.jinqiao.loan.model;

import io.jinqiao.message.CanonicalMessage;
import java.util.List;

/**
 * What a move makes of a loan.
 *
 * @param events in the order they happened, at least one
 * @param tell messages its bank must have
 */
public record Step(Loan loan, List<LoanEvent> events, List<CanonicalMessage> tell) {}
