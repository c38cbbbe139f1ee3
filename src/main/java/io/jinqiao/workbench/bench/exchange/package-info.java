/** How many messages an hour of one machine carries, beside its limit and beside what a contractor would write. */
@NullMarked
package io.jinqiao.workbench.bench.exchange;

import org.jspecify.annotations.NullMarked;
