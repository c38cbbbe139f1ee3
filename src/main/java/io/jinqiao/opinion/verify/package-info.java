/** The steps that decide whether a sealed document is authentic: pure functions from what was read to findings. */
@NullMarked
package io.jinqiao.opinion.verify;

import org.jspecify.annotations.NullMarked;
