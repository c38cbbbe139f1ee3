/** Arithmetic of a loan: schedules, rate changes, penalty interest. Pure: no clock, no store. */
@NullMarked
package io.jinqiao.repayment.model;

import org.jspecify.annotations.NullMarked;
