package io.jinqiao.credit.enquiry;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a report.
 *
 * @param person whose: a key of ours, no name
 * @param agreedBy the second person; null while nobody agreed
 * @param disbursed whether the loan is paid out and not yet paid back
 * @param history what is known beside it
 */
public record Enquiry(String person, Purpose.Part part, Purpose purpose, String user, @Nullable String agreedBy, boolean disbursed, LocalDateTime at, Known history) {

    /**
     * @param authorisations of this person, for this business
     * @param newest when their newest report came, asked for with the same purpose; null: there is none
     * @param askedToday how many reports the user asked for today
     */
    public record Known(List<Authorisation> authorisations, @Nullable LocalDateTime newest, int askedToday) {}
}
