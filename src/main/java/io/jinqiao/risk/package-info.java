/**
 * Risk points in four grades; facts to findings; each rule named, sourced, effective-dated.
 */
@ApplicationModule(displayName = "risk", allowedDependencies = {"message", "rulebook"})
@NullMarked
package io.jinqiao.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
