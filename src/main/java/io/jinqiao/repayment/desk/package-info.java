/** Who answers at the door: takes files, reports and openings, asks the ledger. */
@NullMarked
package io.jinqiao.repayment.desk;

import org.jspecify.annotations.NullMarked;
