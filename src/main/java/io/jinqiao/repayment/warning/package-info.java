/** Early warning (贷后预警): what is known of a loan that owes nothing overdue, and the signs that it soon may. Pure. */
@NullMarked
package io.jinqiao.repayment.warning;

import org.jspecify.annotations.NullMarked;
