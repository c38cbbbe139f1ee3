/** This room's tables. */
@NullMarked
package io.jinqiao.assessment.store;

import org.jspecify.annotations.NullMarked;
