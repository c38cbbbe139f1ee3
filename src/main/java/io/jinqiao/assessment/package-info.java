/**
 * Each bank's standing and its gate; schemes as data, and what facts come to under them.
 */
@ApplicationModule(displayName = "assessment", allowedDependencies = {"message", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
