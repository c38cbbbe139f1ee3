/**
 * Named, cluster-safe jobs: at a time, at an interval, with back-off. Alone imports db-scheduler.
 */
@ApplicationModule(displayName = "timetable", allowedDependencies = {"message"})
@NullMarked
package io.jinqiao.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
