/** Links records into chains and seals links in batches, off the hot path. */
@NullMarked
package io.jinqiao.evidence.chain;

import org.jspecify.annotations.NullMarked;
