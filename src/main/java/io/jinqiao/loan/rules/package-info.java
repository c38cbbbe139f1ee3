/** What of a loan is data: schemes, rates, deadlines. Read once at start, with every problem of every file told at once. */
@NullMarked
package io.jinqiao.loan.rules;

import org.jspecify.annotations.NullMarked;
