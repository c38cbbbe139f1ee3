/**
 * The engine between a partner's wire and the centre's words: descriptors, mapping, codecs, the pipe.
 */
@ApplicationModule(displayName = "adapter", allowedDependencies = {"delivery", "evidence", "signing", "rulebook", "message"})
@NullMarked
package io.jinqiao.adapter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
