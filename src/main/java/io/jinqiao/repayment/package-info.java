/**
 * What fell due of every loan and what was paid: intake of the banks' files and messages, the overdue ledger computed from them, interest arithmetic.
 */
@ApplicationModule(displayName = "repayment", allowedDependencies = {"message", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.repayment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
