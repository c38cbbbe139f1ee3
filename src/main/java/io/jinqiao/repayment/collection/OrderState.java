package io.jinqiao.repayment.collection;

import java.util.EnumSet;
import java.util.Set;

/** Where an order to the bank stands. */
public enum OrderState {
    /** on its way to the bank, or its answer is not known */
    ISSUED,
    /** the bank took it */
    TAKEN,
    /** the bank does not take it: a person must look */
    REFUSED,
    /** tried, but nobody was reached */
    TRIED,
    DONE,
    /** its last day passed without an act */
    MISSED,
    /** the reason for it ended before its last day */
    WITHDRAWN;

    /** What may follow. An act done in time may be told when the order was missed already. */
    public Set<OrderState> next() {
        return switch (this) {
            case ISSUED -> EnumSet.of(TAKEN, REFUSED, TRIED, DONE, MISSED, WITHDRAWN);
            case TAKEN -> EnumSet.of(TRIED, DONE, MISSED, WITHDRAWN);
            case REFUSED -> EnumSet.of(TRIED, DONE);
            case TRIED -> EnumSet.of(DONE, WITHDRAWN);
            case MISSED -> EnumSet.of(TRIED, DONE);
            case DONE, WITHDRAWN -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** Whether the bank still has to do something by the last day. */
    public boolean open() {
        return this == ISSUED || this == TAKEN || this == TRIED;
    }
}
