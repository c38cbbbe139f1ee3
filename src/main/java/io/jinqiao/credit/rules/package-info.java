/** What the house agreed about reporting, as data. */
@NullMarked
package io.jinqiao.credit.rules;

import org.jspecify.annotations.NullMarked;
