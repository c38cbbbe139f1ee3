/** The texts that are hashed, and the tree over them: pure functions, the same for writing, checking and offline verification. */
@NullMarked
package io.jinqiao.evidence.proof;

import org.jspecify.annotations.NullMarked;
