/** Mutation testing by scope: runs PIT in a checkout and holds what survived against the recorded reasons. */
@NullMarked
package io.jinqiao.workbench.bench.mutation;

import org.jspecify.annotations.NullMarked;
