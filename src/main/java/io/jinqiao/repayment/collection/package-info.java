/** A loan that is being collected: its states as types, what each allows, and what follows from the ledger. Pure: no clock, no store. */
@NullMarked
package io.jinqiao.repayment.collection;

import org.jspecify.annotations.NullMarked;
