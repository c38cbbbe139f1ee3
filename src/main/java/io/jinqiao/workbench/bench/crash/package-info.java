/** Kills real gateway processes and compares the bank's book with ours. */
@NullMarked
package io.jinqiao.workbench.bench.crash;

import org.jspecify.annotations.NullMarked;
