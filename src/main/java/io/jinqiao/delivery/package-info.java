/**
 * Inbox and outbox: business keys, leases, retry budgets, stored answers, one visible stop per partner.
 */
@ApplicationModule(displayName = "delivery", allowedDependencies = {"message", "evidence", "timetable"})
@NullMarked
package io.jinqiao.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
