/**
 * The centre's own words: value types that check themselves, canonical messages, replies, failure codes.
 *
 * <p>Uses the JDK and jackson-core (for the canonical text form) and nothing else; every other room may use it.
 */
@ApplicationModule(displayName = "message", allowedDependencies = {})
@NullMarked
package io.jinqiao.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
