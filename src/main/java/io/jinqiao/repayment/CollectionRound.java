package io.jinqiao.repayment;

import io.jinqiao.message.PartnerId;

/** Command of the clock: look at what one bank told, and at the deadlines of its orders. */
public record CollectionRound(PartnerId bank) {}
