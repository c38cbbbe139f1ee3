/**
 * Each bank's standing and its gate.
 */
@ApplicationModule(displayName = "assessment", allowedDependencies = {"message", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
