package io.jinqiao.credit.facts;

import io.jinqiao.credit.ledger.Identifiers;
import io.jinqiao.credit.notice.Withdrawals;

/** What this room keeps of its own that bears on all loans: read once, not for each. */
record Known(Identifiers identifiers, Withdrawals withdrawals) {}
