/** The ledger in PostgreSQL: rows as they were told, never changed; judged and taken set by set. */
@NullMarked
package io.jinqiao.repayment.store;

import org.jspecify.annotations.NullMarked;
