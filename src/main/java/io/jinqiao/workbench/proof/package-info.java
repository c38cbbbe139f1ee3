/** Offline checks of what somebody was given as proof. */
@NullMarked
package io.jinqiao.workbench.proof;

import org.jspecify.annotations.NullMarked;
