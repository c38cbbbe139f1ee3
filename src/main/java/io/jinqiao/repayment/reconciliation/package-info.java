/** Two books of one accounting date, compared. Pure: no clock, no store. */
@NullMarked
package io.jinqiao.repayment.reconciliation;

import org.jspecify.annotations.NullMarked;
