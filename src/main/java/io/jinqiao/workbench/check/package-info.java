/** {@code check}: every partner's folder, every problem at once. */
@NullMarked
package io.jinqiao.workbench.check;

import org.jspecify.annotations.NullMarked;
