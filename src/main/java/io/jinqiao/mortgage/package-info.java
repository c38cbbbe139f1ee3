/**
 * Cases at the registry: what was applied for, what the registry told of it in whatever order, what is late and what must be asked about.
 */
@ApplicationModule(displayName = "mortgage", allowedDependencies = {"message", "opinion", "rulebook", "timetable"})
@NullMarked
package io.jinqiao.mortgage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
