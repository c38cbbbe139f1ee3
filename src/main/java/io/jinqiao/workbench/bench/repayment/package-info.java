/** How many rows of a bank's file reach the ledger in a second, beside a bare COPY and beside a job of chunks. */
@NullMarked
package io.jinqiao.workbench.bench.repayment;

import org.jspecify.annotations.NullMarked;
