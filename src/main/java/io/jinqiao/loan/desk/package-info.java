/** Who answers at the door: reads the loan, lets the model decide, writes what it decided. */
@NullMarked
package io.jinqiao.loan.desk;

import org.jspecify.annotations.NullMarked;
