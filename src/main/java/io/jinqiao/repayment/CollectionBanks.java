package io.jinqiao.repayment;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;

/** Which bank hears which orders: this room asks, the composition answers. */
public interface CollectionBanks {

    /** Whether the operation is in service with this bank. */
    boolean hears(PartnerId bank, Operation operation);
}
