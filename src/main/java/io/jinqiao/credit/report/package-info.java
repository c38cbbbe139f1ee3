/** From the facts of a loan and what was paid to the record the Center wants, or to the reason why there can be none. */
@NullMarked
package io.jinqiao.credit.report;

import org.jspecify.annotations.NullMarked;
