package io.jinqiao.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Command: somebody disputes what was reported of a loan (异议).
 *
 * @param account number of the account as reported, 1 to 60 characters
 * @param person who disputes it, by their part in the loan: {@code borrower}, {@code co-borrower-1} …
 * @param contested what is disputed, 1 to 500 characters; names nobody
 * @param receivedOn the day it was received: the days run from it
 * @param centerNo the Center's number ({@code ObjCheckID}); null when the person came to the counter
 * @param centerBy last day the Center names ({@code CheckFinalDate})
 * @param by log-in name
 */
public record ReceiveObjection(
        String account, String person, String contested, LocalDate receivedOn, @Nullable String centerNo, @Nullable LocalDate centerBy, String by) {
    /** The same, of the account under another of its identifiers. */
    public ReceiveObjection about(String identifier) {
        return new ReceiveObjection(identifier, person, contested, receivedOn, centerNo, centerBy, by);
    }
}
