/** {@code bench assessment}: from the ledger of many loans to the scores of four banks. */
@NullMarked
package io.jinqiao.workbench.bench.assessment;

import org.jspecify.annotations.NullMarked;
