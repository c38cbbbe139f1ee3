/** {@code bench codec}: what a message costs between its bytes and our words. */
@NullMarked
package io.jinqiao.workbench.bench.codec;

import org.jspecify.annotations.NullMarked;
