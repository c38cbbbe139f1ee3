/** {@code new-partner}: a folder for a partner nobody has yet, and the samples of a folder whose tables changed. */
@NullMarked
package io.jinqiao.workbench.partner;

import org.jspecify.annotations.NullMarked;
