/** Signature primitives on bytes and parameters; nothing of keys' origins, certificates or partners. */
@NullMarked
package io.jinqiao.signing.algorithm;

import org.jspecify.annotations.NullMarked;
