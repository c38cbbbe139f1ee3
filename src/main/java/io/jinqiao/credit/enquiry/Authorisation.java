package io.jinqiao.credit.enquiry;

import io.jinqiao.message.Digest;
import java.time.LocalDate;

/**
 * A person's written consent to being asked about (查询授权).
 *
 * @param person who gave it: a key of ours, no name
 * @param purpose for what
 * @param lastDay valid to, inclusive
 * @param postLoan whether a clause of its own allows asking while the loan is being repaid
 * @param document digest of what was signed
 */
public record Authorisation(String person, Purpose purpose, LocalDate signed, LocalDate lastDay, boolean postLoan, Digest document) {

    /** Whether it allows asking for a purpose on a day. */
    boolean allows(Purpose asked, LocalDate day) {
        boolean inForce = !day.isBefore(signed) && !day.isAfter(lastDay);
        return inForce && (asked == Purpose.POST_LOAN ? postLoan : asked == purpose);
    }
}
