/** Offline checks of sealed opinions. */
@NullMarked
package io.jinqiao.workbench.opinion;

import org.jspecify.annotations.NullMarked;
