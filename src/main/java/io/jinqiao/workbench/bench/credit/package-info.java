/** Speed of a month's records for the credit reference system. */
@NullMarked
package io.jinqiao.workbench.bench.credit;

import org.jspecify.annotations.NullMarked;
