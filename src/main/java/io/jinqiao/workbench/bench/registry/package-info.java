/** {@code bench registry}: what cases at a registry cost, by the thousand. */
@NullMarked
package io.jinqiao.workbench.bench.registry;

import org.jspecify.annotations.NullMarked;
