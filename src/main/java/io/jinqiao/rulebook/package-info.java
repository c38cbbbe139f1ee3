/**
 * Data file and schema to records; all problems with file, line and fix; effective dates. Alone imports YAML.
 */
@ApplicationModule(displayName = "rulebook", allowedDependencies = {"message"})
@NullMarked
package io.jinqiao.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
