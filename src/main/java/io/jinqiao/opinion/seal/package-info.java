/** The picture of the seal, and the device that holds its key. */
@NullMarked
package io.jinqiao.opinion.seal;

import org.jspecify.annotations.NullMarked;
