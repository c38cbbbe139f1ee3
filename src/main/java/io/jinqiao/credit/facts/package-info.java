/** From what other rooms publish to what a record tells: the loan's own papers, the overdue ledger, mortgages in a register. */
@NullMarked
package io.jinqiao.credit.facts;

import org.jspecify.annotations.NullMarked;
