/** Loans in PostgreSQL: few statements, one change for each version, every change with its events. */
@NullMarked
package io.jinqiao.loan.store;

import org.jspecify.annotations.NullMarked;
