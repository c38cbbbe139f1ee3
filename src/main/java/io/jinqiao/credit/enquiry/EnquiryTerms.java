package io.jinqiao.credit.enquiry;

import java.time.LocalTime;
import java.util.Set;

/**
 * What is agreed with the Center and ordered in the house about asking. The Center publishes none of these numbers: all are settings.
 *
 * @param purposes which ones the agreement allows
 * @param secondPerson whether somebody else must agree to each enquiry
 * @param reuseDays a report not older than this is shown again instead of asking anew; 0: never
 * @param perUserDay how many a user may ask for in a day
 * @param from and @param until when one may ask, the end left out; equal: around the clock
 */
public record EnquiryTerms(Set<Purpose> purposes, boolean secondPerson, int reuseDays, int perUserDay, LocalTime from, LocalTime until) {
    public EnquiryTerms {
        purposes = Set.copyOf(purposes);
    }
}
