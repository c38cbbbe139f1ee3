/** What a payment is used for when it is too little, and what it pays of what is owed. Pure: no clock, no store. */
@NullMarked
package io.jinqiao.repayment.deduction;

import org.jspecify.annotations.NullMarked;
