/**
 * What fell due of every loan and what was paid: intake of the banks' files and messages, the overdue ledger computed from them, interest arithmetic; what
 * banks are told to collect and to deduct, and whether their books of a day are ours.
 */
@ApplicationModule(displayName = "repayment", allowedDependencies = {"message", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.repayment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
