package io.jinqiao.mortgage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Command: since a day the registration a pre-notice is for is possible (能够进行不动产登记之日); by default, and unless a person says otherwise, the
 * register names it: the day of the building's first registration.
 *
 * @param caseNo case that entered the pre-notices
 * @param transferAppliedOn day the transfer to the buyer was applied for, which no message tells us; null: not yet
 * @param reason why this day
 */
public record PossibleFrom(String caseNo, LocalDate possibleOn, @Nullable LocalDate transferAppliedOn, String reason, String by) {}
