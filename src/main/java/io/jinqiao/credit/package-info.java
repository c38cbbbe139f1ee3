/**
 * The central bank's credit reference system (征信系统): records of loans built and checked before they leave, the ledger of what the Center accepted,
 * what it answered.
 */
@ApplicationModule(displayName = "credit", allowedDependencies = {"message", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.credit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
