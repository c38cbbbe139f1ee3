/** What the Center accepted of each account, and so what may be sent next: history goes one way. */
@NullMarked
package io.jinqiao.credit.ledger;

import org.jspecify.annotations.NullMarked;
