/**
 * Append-only, hash-linked journal of the exact bytes exchanged with partners; sealing; evidence packs; offline verifier.
 */
@ApplicationModule(displayName = "evidence", allowedDependencies = {"signing", "message", "timetable"})
@NullMarked
package io.jinqiao.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
