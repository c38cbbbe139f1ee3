/**
 * One loan from acceptance to release: four tracks as types, pure decisions, its store; deadlines in working days.
 */
@ApplicationModule(displayName = "loan", allowedDependencies = {"message", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.loan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
